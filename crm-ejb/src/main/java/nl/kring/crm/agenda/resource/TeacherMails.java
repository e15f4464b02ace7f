package nl.kring.crm.agenda.resource;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.TextParts;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskInbox;
import nl.kring.crm.workbench.TaskSubject;

/** Tells the teachers of an edition what becomes of it, each one once, about the sessions that are theirs. */
@Dependent
class TeacherMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Messages messages;

    @Inject
    private TaskInbox tasks;

    /** Puts a mail to each teacher with an address in the outbox; a teacher of nothing that is to come hears nothing. */
    void tell(Long edition, String kind, String note) {
        Map<String, List<Tuple>> teachers = booked(edition).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, String.class), LinkedHashMap::new, Collectors.toList()));
        teachers.forEach((address, sessions) -> messages.send(mail(kind, address, sessions, note)));
    }

    /** Asks a teacher to come, by a link that only this mail has. */
    void ask(InvitationTable.Asked asked, String token, Instant until) {
        Map<String, String> values = Map.of(
                "name", asked.teacher(),
                "title", asked.title(),
                "organiser", asked.organiser(),
                "when", asked.occasions().stream().map(TeacherMails::line).collect(Collectors.joining("\n  ")),
                "until", DAY.format(AmsterdamTime.toLocal(until)),
                "link", Settings.baseUrl() + "/agenda/answer-invitation.xhtml?token=" + token);
        MailText text = MailText.of(TeacherMails.class, "teaching-asked", "nl", values);
        messages.send(new OutgoingMail(
                asked.organiserId(), null, "teaching-asked", asked.email(), text.subject(), text.body(), null, null));
    }

    /** Gives the organiser's staff the task to find somebody else. */
    void comesNot(InvitationTable.Asked asked) {
        tasks.put(
                asked.organiserId(),
                new NewTask(
                        asked.teacher() + " kan niet: " + asked.title(),
                        null,
                        null,
                        TaskSubject.EDITION,
                        asked.edition()));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> booked(Long edition) {
        return em.createNativeQuery("""
                        select r.email, r.name, c.title, o.name, o.id, s.starts_at, s.ends_at,
                               coalesce(s.location, e.location), e.place, coalesce(s.online, e.online)
                          from crm.resource_booking b
                          join crm.resource r on r.id = b.resource_id and r.kind = 'TEACHER' and r.email is not null
                          join crm.session s on s.id = b.session_id
                          join crm.edition e on e.id = s.edition_id
                          join crm.course c on c.id = e.course_id
                          join crm.organisation o on o.id = c.organiser_id
                         where s.edition_id = :edition and b.state <> 'RELEASED' and s.ends_at > :now
                         order by r.id, s.starts_at""", Tuple.class)
                .setParameter("edition", edition)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private static OutgoingMail mail(String kind, String address, List<Tuple> sessions, String note) {
        Tuple first = sessions.get(0);
        Map<String, String> values = new HashMap<>();
        values.put("name", first.get(1, String.class));
        values.put("title", first.get(2, String.class));
        values.put("organiser", first.get(3, String.class));
        values.put("when", sessions.stream().map(session -> line(session)).collect(Collectors.joining("\n  ")));
        values.put("note", note == null ? "" : note);
        MailText text = MailText.of(TeacherMails.class, kind, "nl", values);
        return new OutgoingMail(
                ((Number) first.get(4)).longValue(), null, kind, address, text.subject(), text.body(), null, null);
    }

    private static String line(Tuple session) {
        return line(new Invitation.Occasion(
                session.get(5, Instant.class),
                session.get(6, Instant.class),
                session.get(7, String.class),
                session.get(8, String.class),
                session.get(9, String.class)));
    }

    private static String line(Invitation.Occasion once) {
        LocalDateTime start = AmsterdamTime.toLocal(once.startsAt());
        LocalDateTime end = AmsterdamTime.toLocal(once.endsAt());
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        String where = TextParts.joined(", ", once.location(), once.place(), once.online());
        return DAY.format(start) + " – " + (sameDay ? TIME : DAY).format(end) + (where.isEmpty() ? "" : ", " + where);
    }
}
