package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.enrolment.draw.SeatDraw;

/** Gathers what the mails about enrolments need and puts them in the outbox. Who has no address gets no mail. */
@Dependent
class EnrolmentMails {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Messages messages;

    @Inject
    private MailTexts texts;

    @Inject
    private Clock clock;

    EditionFacts factsOf(Edition edition) {
        return EditionFacts.of(em, edition)
                .toldIn(texts.inUse(edition.getCourse().getOrganiserId()));
    }

    Addressee addresseeOf(Long personId) {
        return Addressees.of(em, Set.of(personId)).get(personId);
    }

    /**
     * What is written before the seats are locked.
     *
     * @param invitation the calendar that goes with a confirmation; null when none is likely
     * @param answer where to leave the waiting list without signing in; null for who has no address
     */
    record Prepared(String invitation, String answer) {

        static final Prepared NOTHING = new Prepared(null, null);
    }

    Prepared prepare(Enrolment enrolment, EditionFacts facts, Addressee addressee) {
        return prepare(enrolment, facts, addressee, true);
    }

    /**
     * For an enrolment that is still to be made.
     *
     * @param maybeConfirmed whether an invitation is written already
     */
    Prepared prepare(Enrolment enrolment, EditionFacts facts, Addressee addressee, boolean maybeConfirmed) {
        return addressee.email() == null
                ? Prepared.NOTHING
                : new Prepared(
                        maybeConfirmed ? invitation(enrolment, facts, addressee) : null,
                        EnrolmentLinks.newLink(enrolment));
    }

    private String invitation(Enrolment enrolment, EditionFacts facts, Addressee addressee) {
        return EnrolmentCalendar.invitation(enrolment.getUuid(), facts.sequence(), facts, addressee, clock.instant());
    }

    /** Tells somebody of a new enrolment. */
    void enrolled(Enrolment enrolment, EditionFacts facts, Addressee addressee, Integer position, Prepared prepared) {
        if (addressee.email() == null) {
            return;
        }
        boolean confirmed = enrolment.getState() == EnrolmentState.CONFIRMED;
        String invitation = confirmed && prepared.invitation() == null
                ? invitation(enrolment, facts, addressee)
                : prepared.invitation();
        Instant draw = enrolment.getState() == EnrolmentState.REQUESTED
                ? Drawing.ahead(em, enrolment.getEdition().getId())
                        .map(SeatDraw::getDrawAt)
                        .orElse(null)
                : null;
        MailKind asked = draw == null ? MailKind.REQUESTED : MailKind.DRAW;
        MailKind kind = confirmed
                ? MailKind.CONFIRMED
                : enrolment.getState() == EnrolmentState.REQUESTED ? asked : MailKind.WAITLISTED;
        messages.send(EnrolmentMail.write(
                kind,
                enrolment,
                facts,
                addressee,
                new EnrolmentMail.Told(
                        position,
                        confirmed ? invitation : null,
                        null,
                        null,
                        null,
                        kind == MailKind.WAITLISTED ? prepared.answer() : null,
                        draw)));
    }

    /** Tells many of one edition what the draw came to for each. */
    void drawn(Edition edition, List<Enrolment> decided) {
        if (decided.isEmpty()) {
            return;
        }
        EditionFacts facts = factsOf(edition);
        Map<Long, Addressee> addressees = addressees(decided);
        Map<Long, Integer> ranks = WaitingRanks.of(em, edition.getId());
        for (Enrolment each : decided) {
            Addressee addressee = addressees.get(each.getPerson().getId());
            enrolled(each, facts, addressee, ranks.get(each.getId()), prepare(each, facts, addressee));
        }
    }

    /** Tells somebody of a seat that is sure now. */
    void confirmed(Enrolment enrolment) {
        em.flush();
        tell(MailKind.CONFIRMED, enrolment.getEdition(), List.of(enrolment));
    }

    /** Tells who waited of the seat that they got, or are offered. */
    void promoted(Edition edition, List<Enrolment> promoted) {
        passedOn(edition, MailKind.CANCELLED, List.of(), promoted);
    }

    /**
     * Tells who gave up a seat, or lost it, and then who got it or is offered it.
     *
     * @param kind what the first are told
     */
    void passedOn(Edition edition, MailKind kind, List<Enrolment> gone, List<Enrolment> promoted) {
        if (!gone.isEmpty() || !promoted.isEmpty()) {
            passedOn(factsOf(edition), kind, gone, promoted);
        }
    }

    /** The same with what was read before the seats were locked. */
    void passedOn(EditionFacts facts, MailKind kind, List<Enrolment> gone, List<Enrolment> promoted) {
        Map<Long, Addressee> addressees =
                addressees(Stream.of(gone, promoted).flatMap(List::stream).toList());
        Map<Boolean, List<Enrolment>> offered =
                promoted.stream().collect(Collectors.partitioningBy(each -> each.getState() == EnrolmentState.OFFERED));
        tell(kind, facts, gone, addressees, null, null);
        tell(MailKind.OFFERED, facts, offered.get(true), addressees, null, null);
        tell(MailKind.PROMOTED, facts, offered.get(false), addressees, null, null);
    }

    private Map<Long, Addressee> addressees(List<Enrolment> enrolments) {
        return Addressees.of(
                em,
                enrolments.stream()
                        .map(enrolment -> enrolment.getPerson().getId())
                        .toList());
    }

    /** Tells many of one edition the same. */
    void tell(MailKind kind, Edition edition, List<Enrolment> enrolments) {
        tell(kind, edition, enrolments, null, null);
    }

    /**
     * Tells many of one edition the same: a promotion, that it is moved, or that it is cancelled.
     *
     * @param before what would have been, when it is moved
     * @param note what the organiser wants to say, or null
     */
    void tell(MailKind kind, Edition edition, List<Enrolment> enrolments, EditionFacts before, String note) {
        if (!enrolments.isEmpty()) {
            tell(kind, factsOf(edition), enrolments, addressees(enrolments), before, note);
        }
    }

    private void tell(
            MailKind kind,
            EditionFacts facts,
            List<Enrolment> enrolments,
            Map<Long, Addressee> addressees,
            EditionFacts before,
            String note) {
        for (Enrolment enrolment : enrolments) {
            Addressee addressee = addressees.get(enrolment.getPerson().getId());
            if (addressee.email() != null) {
                EnrolmentMail.Told told = new EnrolmentMail.Told(
                        null,
                        calendar(kind, enrolment, facts, addressee),
                        dropped(enrolment, facts, before, addressee),
                        before,
                        note,
                        kind == MailKind.OFFERED ? EnrolmentLinks.newLink(enrolment) : null);
                messages.send(EnrolmentMail.write(kind, enrolment, facts, addressee, told));
            }
        }
    }

    /** What takes sessions that are no longer out of the calendar of who was invited. */
    private String dropped(Enrolment enrolment, EditionFacts facts, EditionFacts before, Addressee addressee) {
        if (before == null || !enrolment.wasConfirmed()) {
            return null;
        }
        Set<UUID> left =
                facts.meetings().stream().map(EnrolmentOffer.Meeting::uuid).collect(Collectors.toSet());
        List<EnrolmentOffer.Meeting> gone = before.meetings().stream()
                .filter(meeting -> !left.contains(meeting.uuid()))
                .toList();
        return gone.isEmpty()
                ? null
                : EnrolmentCalendar.cancellation(
                        enrolment.getUuid(), sequence(enrolment, facts), before.with(gone), addressee, clock.instant());
    }

    /** The calendar of an enrolment that has a seat. */
    String calendarOf(Enrolment enrolment) {
        return calendar(
                MailKind.CONFIRMED,
                enrolment,
                factsOf(enrolment.getEdition()),
                addresseeOf(enrolment.getPerson().getId()));
    }

    private String calendar(MailKind kind, Enrolment enrolment, EditionFacts facts, Addressee addressee) {
        if (kind == MailKind.REMINDER) {
            return null; // the appointment is in the calendar already
        }
        if (!enrolment.wasConfirmed()) {
            return null; // never invited, so there is nothing to take out of a calendar
        }
        int sequence = sequence(enrolment, facts);
        return EnrolmentMail.isCancelling(kind)
                ? EnrolmentCalendar.cancellation(enrolment.getUuid(), sequence, facts, addressee, clock.instant())
                : EnrolmentCalendar.invitation(enrolment.getUuid(), sequence, facts, addressee, clock.instant());
    }

    /** Grows with each change of the enrolment and of the edition. */
    private static int sequence(Enrolment enrolment, EditionFacts facts) {
        return (int) enrolment.getVersion() + facts.sequence();
    }
}
