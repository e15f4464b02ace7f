package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.platform.Settings;

/** Tells who manage a practice today that seats came free for which it named nobody in time; whoever took them once. */
@Dependent
class ReservationNews {

    static final String KIND = "seat-reservation-expired";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Messages messages;

    @Inject
    private MailTexts texts;

    /** One mail for each manager, however many seats it were. */
    @SuppressWarnings("unchecked")
    void expired(Edition edition, List<SeatReservation> unnamed) {
        if (unnamed.isEmpty()) {
            return;
        }
        EditionFacts facts = EditionFacts.of(em, edition)
                .toldIn(texts.inUse(edition.getCourse().getOrganiserId()));
        List<Object[]> managers = em.createNativeQuery("""
                        select a.email, a.display_name, a.language, count(distinct r.id)
                          from crm.seat_reservation r
                          join crm.role_grant g on g.role = 'PRACTICE_MANAGER' and g.ended_at is null
                           and crm.organisation_survivor(g.organisation_id) = crm.organisation_survivor(r.practice_id)
                          join crm.account a on a.id = g.account_id and a.active
                         where r.id in (:unnamed)
                         group by a.id order by a.id""")
                .setParameter(
                        "unnamed", unnamed.stream().map(SeatReservation::getId).toList())
                .getResultList();
        managers.forEach(each -> messages.send(mail(edition, facts, each)));
    }

    private static OutgoingMail mail(Edition edition, EditionFacts facts, Object[] manager) {
        MailText text = facts.texts()
                .write(
                        ReservationNews.class,
                        KIND,
                        (String) manager[2],
                        Map.of(
                                "name", (String) manager[1],
                                "seats", String.valueOf(manager[3]),
                                "title", facts.title(),
                                "organiser", facts.organiser(),
                                "when", MOMENT.format(AmsterdamTime.toLocal(edition.getStartsAt())),
                                "where", facts.where().isEmpty() ? "online" : facts.where(),
                                "link", Settings.baseUrl() + "/enrolment/enrol-team.xhtml?id=" + edition.getUuid()));
        return new OutgoingMail(
                facts.organiserId(), null, KIND, (String) manager[0], text.subject(), text.body(), null, null);
    }
}
