package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.Session;
import nl.kring.crm.communication.template.OwnTexts;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.TextParts;
import nl.kring.crm.registry.organisation.Organisation;

/**
 * What a mail or a calendar tells of an edition.
 *
 * @param sequence how often it was changed since it was planned
 * @param meetings one at least
 * @param texts how the organiser tells it
 */
record EditionFacts(
        String title,
        Long organiserId,
        UUID organiserUuid,
        String organiser,
        String organiserEmail,
        String where,
        Instant startsAt,
        int sequence,
        List<EnrolmentOffer.Meeting> meetings,
        OwnTexts texts) {

    /** Told in the texts that are shipped. */
    EditionFacts(
            String title,
            Long organiserId,
            UUID organiserUuid,
            String organiser,
            String organiserEmail,
            String where,
            Instant startsAt,
            int sequence,
            List<EnrolmentOffer.Meeting> meetings) {
        this(
                title,
                organiserId,
                organiserUuid,
                organiser,
                organiserEmail,
                where,
                startsAt,
                sequence,
                meetings,
                OwnTexts.NONE);
    }

    static EditionFacts of(EntityManager em, Edition edition) {
        List<Object[]> rows = em.createQuery("""
                        select o, s from Organisation o left join Session s on s.edition = :edition
                         where o.id = :organiser order by s.startsAt, s.position""", Object[].class)
                .setParameter("edition", edition)
                .setParameter("organiser", edition.getCourse().getOrganiserId())
                .getResultList();
        return of(
                edition,
                (Organisation) rows.get(0)[0],
                rows.stream()
                        .map(row -> (Session) row[1])
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static EditionFacts of(Edition edition, Organisation organiser, List<Session> sessions) {
        List<EnrolmentOffer.Meeting> meetings = sessions.stream()
                .map(session -> new EnrolmentOffer.Meeting(
                        session.getUuid(),
                        session.getTitle(),
                        session.getStartsAt(),
                        session.getEndsAt(),
                        session.getLocation(),
                        session.getOnline() == null ? edition.getOnline() : session.getOnline()))
                .toList();
        return new EditionFacts(
                edition.getCourse().getTitle(),
                organiser.getId(),
                organiser.getUuid(),
                organiser.getName(),
                Addressees.usable(organiser.getEmail()),
                where(edition.getLocation(), edition.getPlace()),
                edition.getStartsAt(),
                edition.getCalendarSequence(),
                meetings.isEmpty()
                        ? List.of(new EnrolmentOffer.Meeting(
                                edition.getUuid(),
                                null,
                                edition.getStartsAt(),
                                edition.getEndsAt(),
                                null,
                                edition.getOnline()))
                        : meetings);
    }

    static String where(String location, String place) {
        return TextParts.joined(", ", location, place);
    }

    /** The same with other meetings. */
    EditionFacts with(List<EnrolmentOffer.Meeting> others) {
        return new EditionFacts(
                title, organiserId, organiserUuid, organiser, organiserEmail, where, startsAt, sequence, others, texts);
    }

    /** The same, told in the organiser's own texts. */
    EditionFacts toldIn(OwnTexts own) {
        return new EditionFacts(
                title, organiserId, organiserUuid, organiser, organiserEmail, where, startsAt, sequence, meetings, own);
    }

    /** Where the person sees this enrolment. */
    String link(UUID enrolment) {
        return Settings.baseUrl() + "/enrolment/my-enrolments.xhtml?id=" + enrolment;
    }
}
