package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.agenda.CapacityChanged;
import nl.kring.crm.agenda.CompanyStaff;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.agenda.EditionLimited;
import nl.kring.crm.agenda.EditionMoved;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.CurrentUser;

/** What the agenda tells, done to the enrolments in the same transaction. */
@Dependent
class EditionNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    @Inject
    private CompanyStaff companies;

    /** More seats go to who wait, in order. */
    void promote(@Observes CapacityChanged news) {
        Edition edition = em.find(Edition.class, news.editionId());
        List<Enrolment> promoted = new SeatAllocation(em, clock).promote(edition, currentUser.accountId());
        if (!promoted.isEmpty()) {
            audit.record("enrolment.promoted-all", edition.getUuid(), "count " + promoted.size());
            mails.promoted(edition, promoted);
        }
    }

    /**
     * Nobody who asked to come is shut out behind his or her back, and lots are drawn for everybody.
     *
     * @throws InvalidInputException somebody asks who works for none of the organisations, or seats are given by lot
     */
    void requireInsiders(@Observes EditionLimited news) {
        Edition edition = em.find(Edition.class, news.editionId());
        if (!edition.isInCompany()) {
            return;
        }
        if (Drawing.ahead(em, edition.getId()).isPresent()) {
            throw new InvalidInputException("enrolment-draw-company");
        }
        boolean outsiders = new SeatAllocation(em, clock)
                .open(edition.getId()).stream()
                        .anyMatch(each -> companies
                                .companyOf(edition, each.getPerson().getId())
                                .isEmpty());
        if (outsiders) {
            throw new InvalidInputException("enrolment-outsiders");
        }
    }

    /** Who has, or waits for, a seat keeps it and hears of the other time or place. */
    void tellMoved(@Observes EditionMoved news) {
        Edition edition = em.find(Edition.class, news.editionId());
        List<Enrolment> open = new SeatAllocation(em, clock).open(edition.getId());
        if (!open.isEmpty() && edition.getEndsAt().isAfter(clock.instant())) {
            audit.record("enrolment.moved-all", edition.getUuid(), "count " + open.size());
            mails.tell(MailKind.EDITION_MOVED, edition, open, before(edition, news), news.note());
            promote(new CapacityChanged(edition.getId())); // what is free then may be for others, or at once
        }
    }

    private EditionFacts before(Edition edition, EditionMoved news) {
        EditionFacts now = mails.factsOf(edition);
        return new EditionFacts(
                now.title(),
                now.organiserId(),
                now.organiserUuid(),
                now.organiser(),
                now.organiserEmail(),
                EditionFacts.where(news.location(), news.place()),
                now.startsAt(),
                now.sequence(),
                news.sessions().stream()
                        .map(session -> new EnrolmentOffer.Meeting(
                                session.uuid(),
                                session.title(),
                                session.startsAt(),
                                session.endsAt(),
                                session.location(),
                                session.online()))
                        .toList());
    }

    /** Nobody pays for what does not take place. */
    void cancelAll(@Observes EditionCancelled news) {
        Edition edition = em.find(Edition.class, news.editionId());
        SeatAllocation seats = new SeatAllocation(em, clock);
        List<Enrolment> ended = seats.cancelAll(edition, currentUser.accountId(), news.note());
        new ReservedSeats(seats, em, clock).endAll(edition);
        if (!ended.isEmpty()) {
            audit.record("enrolment.cancelled-all", edition.getUuid(), "count " + ended.size());
            mails.tell(MailKind.EDITION_CANCELLED, edition, ended, null, news.note());
        }
    }
}
