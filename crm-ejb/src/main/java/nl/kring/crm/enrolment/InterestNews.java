package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionOpened;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.platform.Settings;

/** Who would come to a course hears once that one can enrol, in the transaction that opens it. */
@Dependent
class InterestNews {

    private static final String KIND = "course-opens";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Messages messages;

    @Inject
    private MailTexts texts;

    /** Who has no address is not told and stays on the list, for somebody to call; what is not for everybody is told nobody. */
    void tell(@Observes EditionOpened news) {
        if (em.find(Edition.class, news.editionId()).isInCompany()) {
            return;
        }
        InterestTable table = new InterestTable(em, clock.instant());
        List<Long> persons = table.tell(news.editionId()).stream().distinct().toList();
        if (persons.isEmpty()) {
            return;
        }
        Edition edition = em.find(Edition.class, news.editionId());
        EditionFacts facts = EditionFacts.of(em, edition)
                .toldIn(texts.inUse(edition.getCourse().getOrganiserId()));
        Map<Long, Addressee> addressees = Addressees.of(em, persons);
        addressees.values().stream()
                .filter(addressee -> addressee.email() != null)
                .forEach(addressee -> messages.send(mail(edition, facts, addressee)));
        table.untell(
                news.editionId(),
                persons.stream()
                        .filter(person -> addressees.get(person) == null
                                || addressees.get(person).email() == null)
                        .toList());
    }

    private static OutgoingMail mail(Edition edition, EditionFacts facts, Addressee addressee) {
        MailText text = facts.texts()
                .write(
                        InterestNews.class,
                        KIND,
                        "en".equals(addressee.language()) ? "en" : "nl",
                        Map.of(
                                "name", addressee.name(),
                                "title", facts.title(),
                                "organiser", facts.organiser(),
                                "when", MOMENT.format(AmsterdamTime.toLocal(edition.getStartsAt())),
                                "where", facts.where().isEmpty() ? "online" : facts.where(),
                                "link", Settings.baseUrl() + "/agenda/view-course.xhtml?id=" + edition.getUuid()));
        return new OutgoingMail(
                facts.organiserId(),
                addressee.personId(),
                KIND,
                addressee.email(),
                text.subject(),
                text.body(),
                null,
                null);
    }
}
