package nl.kring.crm.evaluation;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.communication.template.MailForm;
import nl.kring.crm.communication.template.MailForm.Place;
import nl.kring.crm.communication.template.MailForms;

/** The mails about evaluations, whose texts an organisation may write itself. */
@Dependent
class EvaluationForms implements MailForms {

    private static final List<Place> PLACES = List.of(
            new Place("name", "naam"),
            new Place("title", "cursus"),
            new Place("organiser", "organisator"),
            new Place("due", "uiterlijk"),
            new Place("link", "link"));

    private static final List<MailForm> FORMS = List.of(
            new MailForm(EvaluationMail.ASKED, EvaluationMail.class, PLACES, Set.of("link")),
            new MailForm(EvaluationMail.REMINDED, EvaluationMail.class, PLACES, Set.of("link")));

    @Override
    public List<MailForm> forms() {
        return FORMS;
    }

    /** The words themselves: a mail that was sent holds a link that is somebody's. */
    @Override
    public Optional<Map<String, String>> example(String kind, Long organisation, String language) {
        return FORMS.stream().noneMatch(form -> form.kind().equals(kind))
                ? Optional.empty()
                : Optional.of(
                        PLACES.stream().collect(Collectors.toMap(Place::code, place -> "[" + place.word() + "]")));
    }
}
