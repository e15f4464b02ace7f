package nl.kring.crm.agenda.venue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * How far an edition is with venues of others: asked, kept until a day, agreed or not, what it costs and who eats what. For
 * the staff of the edition's organiser. Each step is kept with who took it.
 */
@Stateless
public class VenueBookings {

    private static final int LINE = 300;
    private static final int TEXT = 2_000;
    private static final int DEAREST = 100_000_000;
    private static final int MOST_PEOPLE = 5_000;
    private static final int MOST_DIETS = 30;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Editions editions;

    @Inject
    private AuditTrail audit;

    /**
     * The venues of an edition, the first that was asked first. For staff of its organiser.
     *
     * @throws NotFoundException there is none such of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<VenueBookingLine> of(UUID edition) {
        EditionDetail detail = own(edition);
        Long id = detail.line().id();
        Map<Long, List<VenueBookingLine.Event>> events = table().events(id);
        Map<Long, List<Diet>> diets = table().diets(id);
        return em.createQuery(
                        "select b from VenueBooking b join fetch b.venue where b.editionId = :edition order by b.id",
                        VenueBooking.class)
                .setParameter("edition", id)
                .getResultStream()
                .map(booking -> booking.line(
                        diets.getOrDefault(booking.getId(), List.of()),
                        events.getOrDefault(booking.getId(), List.of()),
                        detail.line().taken()))
                .toList();
    }

    /**
     * Writes down that a venue was asked for the sessions of an edition. For staff of its organiser.
     *
     * @param note what was asked, or null
     * @throws NotFoundException there is no such edition, or no such venue, of theirs
     * @throws InvalidInputException the venue was asked for it before, or the edition is cancelled
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void request(UUID edition, UUID venue, String note) {
        EditionDetail detail = own(edition);
        if (detail.line().state() == EditionState.CANCELLED) {
            throw new InvalidInputException("agenda-edition-cancelled");
        }
        String said = TypedText.line(note, LINE);
        Long venueId = em.createQuery("""
                        select v.id from Venue v
                         where v.uuid = :uuid and v.organisationId = :own and v.retiredAt is null""", Long.class)
                .setParameter("uuid", venue)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!table().request(detail.line().id(), venueId)) {
            throw new InvalidInputException("venue-asked-already");
        }
        VenueBooking booking = em.createQuery(
                        "select b from VenueBooking b where b.editionId = :edition and b.venue.id = :venue",
                        VenueBooking.class)
                .setParameter("edition", detail.line().id())
                .setParameter("venue", venueId)
                .getSingleResult();
        table().note(booking.getId(), "REQUEST", said, currentUser.accountId());
        audit.record("venue.requested", edition, "venue " + venue);
    }

    /**
     * Takes a step with a venue. For staff of the edition's organiser.
     *
     * @param optionUntil the last day of an option; of no other step
     * @param note what was said, or null
     * @throws NotFoundException there is no such edition of theirs, or it has no such venue
     * @throws VenueStepException the step does not lead from where it is
     * @throws InvalidInputException an option has no day, or one that is past
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void take(UUID edition, UUID booking, VenueStep step, LocalDate optionUntil, String note) {
        VenueBooking taken = booking(edition, booking);
        String said = TypedText.line(note, LINE);
        if (step == VenueStep.GIVE_OPTION
                && (optionUntil == null
                        || optionUntil.isBefore(LocalDate.now(clock.withZone(SystemClock.AMSTERDAM))))) {
            throw new InvalidInputException("venue-option-day");
        }
        taken.take(step, optionUntil);
        em.flush();
        if (step == VenueStep.ASK_AGAIN) {
            table().askedAgain(taken.getId());
        }
        table().note(taken.getId(), step.name(), said, currentUser.accountId());
        audit.record("venue.step", edition, step.name() + " " + booking);
    }

    /**
     * Says what is agreed: costs, catering, diets. For staff of the edition's organiser.
     *
     * @param version what the caller read
     * @throws NotFoundException there is no such edition of theirs, or it has no such venue
     * @throws EditConflictException somebody else changed it since that version
     * @throws InvalidInputException a value cannot be
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void agree(UUID edition, UUID booking, long version, VenueTerms terms) {
        VenueBooking agreed = booking(edition, booking);
        if (agreed.getVersion() != version) {
            throw new EditConflictException();
        }
        VenueTerms checked = checked(terms);
        em.lock(agreed, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        agreed.agree(checked);
        em.flush();
        table().setDiets(agreed.getId(), checked.diets());
        table().note(agreed.getId(), "AGREE", null, currentUser.accountId());
        audit.record("venue.agreed", edition, "booking " + booking);
    }

    private static VenueTerms checked(VenueTerms terms) {
        if (terms.costCents() != null && (terms.costCents() < 0 || terms.costCents() > DEAREST)) {
            throw new InvalidInputException("venue-cost");
        }
        if (terms.cateringPersons() != null && (terms.cateringPersons() < 0 || terms.cateringPersons() > MOST_PEOPLE)) {
            throw new InvalidInputException("venue-persons", MOST_PEOPLE);
        }
        if (terms.diets().size() > MOST_DIETS
                || terms.diets().stream().anyMatch(diet -> diet.persons() < 1 || diet.persons() > MOST_PEOPLE)) {
            throw new InvalidInputException("venue-diets", MOST_DIETS);
        }
        List<Diet> diets = terms.diets().stream()
                .map(diet -> new Diet(TypedText.line(diet.diet(), LINE), diet.persons()))
                .toList();
        if (diets.stream().anyMatch(diet -> diet.diet() == null)) {
            throw new InvalidInputException("venue-diets", MOST_DIETS);
        }
        return new VenueTerms(
                terms.costCents(),
                TypedText.text(terms.catering(), TEXT),
                terms.cateringPersons(),
                terms.cateringFollows(),
                TypedText.text(terms.dietNotes(), TEXT),
                diets);
    }

    private EditionDetail own(UUID edition) {
        EditionDetail detail = editions.edition(edition);
        if (!detail.own()) {
            throw new NotFoundException();
        }
        return detail;
    }

    private VenueBooking booking(UUID edition, UUID booking) {
        return em.createQuery(
                        "select b from VenueBooking b where b.uuid = :uuid and b.editionId = :edition",
                        VenueBooking.class)
                .setParameter("uuid", booking)
                .setParameter("edition", own(edition).line().id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private VenueTable table() {
        return new VenueTable(em, clock.instant());
    }
}
