package nl.kring.crm.evaluation;

import java.util.Set;
import nl.kring.crm.platform.BusinessException;

/** Questions that have to be answered were not, or with something that is no answer; nothing was kept. */
public class AnswersMissingException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Set<String> keys;

    AnswersMissingException(Set<String> keys) {
        super("evaluation-answers-missing", keys.size());
        this.keys = Set.copyOf(keys);
    }

    /** Of the questions. */
    public Set<String> keys() {
        return keys;
    }
}
