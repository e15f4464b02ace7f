package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.Session;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.registry.organisation.Organisation;

/** What a mail or a calendar tells of an edition. */
record EditionFacts(
        String title,
        Long organiserId,
        UUID organiserUuid,
        String organiser,
        String organiserEmail,
        String where,
        Instant startsAt,
        List<EnrolmentOffer.Meeting> meetings) {

    static EditionFacts of(EntityManager em, Edition edition) {
        List<Session> sessions = em.createQuery(
                        "select s from Session s where s.edition = :edition order by s.startsAt, s.position",
                        Session.class)
                .setParameter("edition", edition)
                .getResultList();
        return of(edition, em.find(Organisation.class, edition.getCourse().getOrganiserId()), sessions);
    }

    private static EditionFacts of(Edition edition, Organisation organiser, List<Session> sessions) {
        List<EnrolmentOffer.Meeting> meetings = sessions.stream()
                .map(session ->
                        new EnrolmentOffer.Meeting(session.getTitle(), session.getStartsAt(), session.getEndsAt()))
                .toList();
        return new EditionFacts(
                edition.getCourse().getTitle(),
                organiser.getId(),
                organiser.getUuid(),
                organiser.getName(),
                Addressees.usable(organiser.getEmail()),
                Stream.of(edition.getLocation(), edition.getPlace())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(", ")),
                edition.getStartsAt(),
                meetings.isEmpty()
                        ? List.of(new EnrolmentOffer.Meeting(null, edition.getStartsAt(), edition.getEndsAt()))
                        : meetings);
    }

    /** Where the person sees this enrolment. */
    String link(UUID enrolment) {
        return Settings.baseUrl() + "/enrolment/my-enrolments.xhtml?id=" + enrolment;
    }
}
