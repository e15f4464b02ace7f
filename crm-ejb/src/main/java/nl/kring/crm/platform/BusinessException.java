package nl.kring.crm.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A rule that says no. It rolls the transaction back and is translated once for screens and once for the API.
 *
 * <p>The code is a text key: {@code refusal.<code>} in the bundles, with the arguments in order.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final List<String> arguments;

    protected BusinessException(String code, Object... arguments) {
        super(code + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
