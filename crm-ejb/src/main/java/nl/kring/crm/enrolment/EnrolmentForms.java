package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.kring.crm.communication.template.MailForm;
import nl.kring.crm.communication.template.MailForm.Place;
import nl.kring.crm.communication.template.MailForms;

/** The mails about enrolments, and the letters to many about a course, whose texts an organisation may write itself. */
@Dependent
class EnrolmentForms implements MailForms {

    static final String INVITATION = "course-invitation";
    static final String PARTICIPANTS = "participants-mailing";
    static final String SELECTION = "selection-mailing";

    private static final Place NAME = new Place("name", "naam");
    private static final Place TITLE = new Place("title", "cursus");
    private static final Place ORGANISER = new Place("organiser", "organisator");
    private static final Place WHEN = new Place("when", "wanneer");
    private static final Place WHERE = new Place("where", "waar");
    private static final Place LINK = new Place("link", "link");
    private static final Place PRICE = new Place("price", "prijs");
    private static final Place CANCELLING = new Place("cancelling", "afmelden");
    private static final Place NOTE = new Place("note", "toelichting");
    private static final Place ANSWER = new Place("answer", "antwoord");
    private static final Place UNSUBSCRIBE = new Place("unsubscribe", "uitschrijven");

    private static final List<Place> ABOUT = List.of(NAME, TITLE, ORGANISER, WHEN, WHERE, LINK);

    private static final List<MailForm> FORMS = List.of(
            form(MailKind.CONFIRMED, Set.of("link"), PRICE, CANCELLING),
            form(MailKind.REQUESTED, Set.of(), PRICE),
            form(MailKind.DRAW, Set.of("draw"), PRICE, new Place("draw", "loting"), new Place("number", "lotnummer")),
            form(MailKind.WAITLISTED, Set.of("answer"), PRICE, CANCELLING, ANSWER, new Place("position", "plaats")),
            form(
                    MailKind.OFFERED,
                    Set.of("answer", "until"),
                    PRICE,
                    CANCELLING,
                    ANSWER,
                    new Place("until", "uiterlijk")),
            form(MailKind.OFFER_EXPIRED, Set.of()),
            form(MailKind.PROMOTED, Set.of("link"), PRICE, CANCELLING),
            form(MailKind.REMINDER, Set.of("when"), PRICE, CANCELLING),
            form(
                    MailKind.EDITION_MOVED,
                    Set.of("when"),
                    NOTE,
                    new Place("before", "waswanneer"),
                    new Place("wherebefore", "waswaar")),
            form(MailKind.REPLACED, Set.of(), new Place("fee", "kosten")),
            form(MailKind.CANCELLED, Set.of(), new Place("fee", "kosten")),
            form(MailKind.EDITION_CANCELLED, Set.of(), NOTE),
            new MailForm("course-opens", EnrolmentMail.class, ABOUT, Set.of("link")),
            new MailForm(ReservationNews.KIND, EnrolmentMail.class, with(new Place("seats", "aantal")), Set.of()),
            new MailForm(INVITATION, EnrolmentMail.class, with(UNSUBSCRIBE), Set.of("link", "unsubscribe")),
            new MailForm(PARTICIPANTS, EnrolmentMail.class, ABOUT, Set.of()),
            new MailForm(SELECTION, EnrolmentMail.class, List.of(NAME, ORGANISER, UNSUBSCRIBE), Set.of("unsubscribe")));

    @PersistenceContext
    private EntityManager em;

    private static MailForm form(MailKind kind, Set<String> required, Place... more) {
        return new MailForm(kind.code(), EnrolmentMail.class, with(more), required);
    }

    private static List<Place> with(Place... more) {
        return Stream.concat(ABOUT.stream(), Arrays.stream(more)).toList();
    }

    @Override
    public List<MailForm> forms() {
        return FORMS;
    }

    /** Of the enrolment that came in last at one of the organisation's courses; else the words themselves. */
    @Override
    public Optional<Map<String, String>> example(String kind, Long organisation, String language) {
        return FORMS.stream()
                .filter(form -> form.kind().equals(kind))
                .findFirst()
                .map(form -> {
                    Map<String, String> values = new HashMap<>();
                    form.places().forEach(place -> values.put(place.code(), "[" + place.word() + "]"));
                    last(organisation).ifPresent(enrolment -> values.putAll(of(enrolment, kind, language)));
                    return values;
                });
    }

    private Optional<Enrolment> last(Long organisation) {
        return em.createQuery("""
                        select e from Enrolment e join fetch e.edition d join fetch d.course c join fetch e.person
                         where c.organiserId = :organisation order by e.id desc""", Enrolment.class)
                .setParameter("organisation", organisation)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Map<String, String> of(Enrolment enrolment, String kind, String language) {
        EditionFacts facts = EditionFacts.of(em, enrolment.getEdition());
        MailKind about = Arrays.stream(MailKind.values())
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElse(MailKind.CONFIRMED);
        Addressee addressee = new Addressee(null, enrolment.getPerson().getDisplayName(), null, language);
        return EnrolmentMail.values(
                about, enrolment, facts, addressee, new EnrolmentMail.Told(3, null, null, facts, "", null));
    }
}
