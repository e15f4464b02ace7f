package nl.kring.crm.agenda;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/** The work of an organiser: planning courses with their edition and sessions, changing, publishing, cancelling them. */
@Stateless
public class Courses {

    @Inject
    private Planning planning;

    @Inject
    private Organisers organisers;

    @Inject
    private Event<Object> news;

    @Inject
    private AuditTrail audit;

    @Resource
    private SessionContext context;

    /**
     * Plans a course with one edition, as a draft that its organiser alone sees. For the organiser's staff; the platform's
     * administrator may name any participant.
     *
     * @return the edition
     * @throws InvalidInputException a value cannot be, or the named organisation does not take part
     * @throws NotAllowedException the named organisation is not the caller's
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID plan(PlannedCourse course) {
        Edition edition = planning.plan(organisers.chosen(course.organisation(), isForAll()), course);
        audit.record(
                "course.planned",
                edition.getUuid(),
                "course " + edition.getCourse().getUuid());
        return edition.getUuid();
    }

    /**
     * Plans a course as {@link #plan} does and publishes its edition at once, open for enrolling. For the organiser's
     * staff; the platform's administrator may name any participant.
     *
     * @return the edition
     * @throws InvalidInputException a value cannot be, or the named organisation does not take part
     * @throws NotAllowedException the named organisation is not the caller's
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID announce(PlannedCourse course) {
        UUID edition = plan(course);
        move(edition, EditionMove.OPEN_ENROLMENT);
        return edition;
    }

    /**
     * Changes a course and its edition, at other times or elsewhere with its rooms, teachers and enrolments; who enrolled
     * hears of that. For the organiser's staff. The organiser stays who it was.
     *
     * @param version what the caller read
     * @param note what those who hear of it are told besides, at most 1,000 characters, or null
     * @throws NotFoundException there is none, or it is somebody else's draft
     * @throws NotAllowedException it is another organisation's
     * @throws EditConflictException somebody else changed it since that version
     * @throws CapacityBelowTakenException more seats are taken
     * @throws SessionInUseException a session that would go has attendance
     * @throws EditionStateException it was cancelled, or all is finished
     * @throws InvalidInputException a value cannot be
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void change(UUID uuid, long version, PlannedCourse course, String note) {
        String told = PlanningRules.note(note);
        Edition edition = owned(uuid);
        Planning.Change change = planning.change(edition, version, organisers.of(edition), course);
        audit.record("edition.changed", uuid, null);
        news.fire(new SessionsPlanned(edition.getId()));
        Planning.Was was = change.moved();
        if (was != null) {
            audit.record("edition.moved", uuid, null);
            news.fire(new EditionMoved(edition.getId(), was.location(), was.place(), was.sessions(), told));
        }
        if (change.moreSeats()) {
            news.fire(new CapacityChanged(edition.getId()));
        }
    }

    /**
     * Says that an edition will not be held: its rooms and teachers are free again, and who enrolled hears of it. For the
     * staff of the organiser itself.
     *
     * @param note what those who hear of it are told besides, at most 1,000 characters, or null
     * @throws NotFoundException there is none, or it is somebody else's draft
     * @throws NotAllowedException it is another organisation's, also when the caller's organises it too
     * @throws EditionStateException it was cancelled before, or is over
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void cancel(UUID uuid, String note) {
        String told = PlanningRules.note(note);
        Edition edition = organised(uuid);
        planning.move(edition, EditionMove.CANCEL);
        edition.renewCalendars();
        audit.record("edition.cancelled", uuid, null);
        news.fire(new EditionCancelled(edition.getId(), told));
    }

    /**
     * Takes an edition a step on, or back, in its life, as {@link EditionMove} tells. For the organiser's staff; a
     * co-organiser's may neither cancel nor archive.
     *
     * @throws NotFoundException there is none, or it is somebody else's draft
     * @throws NotAllowedException it is another organisation's
     * @throws EditionStateException this step is not one from where it is, or something else keeps it from it
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void move(UUID uuid, EditionMove move) {
        if (move == EditionMove.CANCEL) {
            cancel(uuid, null);
            return;
        }
        Edition edition = move.isOfOrganiser() ? organised(uuid) : owned(uuid);
        planning.move(edition, move);
        audit.record("edition." + move.done(), uuid, null);
        if (move == EditionMove.OPEN_ENROLMENT) {
            news.fire(new EditionOpened(edition.getId()));
        }
    }

    /**
     * Says how far accreditation and invoicing are. For the organiser's staff.
     *
     * @throws NotFoundException there is none, or it is somebody else's draft
     * @throws NotAllowedException it is another organisation's
     * @throws InvalidInputException one of the two is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void advance(UUID uuid, Progress progress) {
        if (progress.accreditation() == null || progress.invoicing() == null) {
            throw new InvalidInputException("agenda-progress-missing");
        }
        owned(uuid).advance(progress);
        audit.record("edition.advanced", uuid, progress.accreditation() + " " + progress.invoicing());
    }

    /**
     * Plans what an edition is once more on other days, as a draft without enrolments: as another edition of a course, or of
     * a new course like it. For the organiser's staff.
     *
     * @return the new edition
     * @throws NotFoundException there is none, or it is somebody else's draft; or there is no such course of that organiser
     * @throws NotAllowedException it is another organisation's
     * @throws InvalidInputException a time cannot be
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID repeat(UUID uuid, Repetition wish) {
        Edition source = owned(uuid);
        Course course = wish.course() == null ? null : planning.course(wish.course());
        if (course != null && !course.getOrganiserId().equals(source.getCourse().getOrganiserId())) {
            throw new NotFoundException();
        }
        Edition edition = planning.repeat(source, course, wish);
        news.fire(new EditionRepeated(source.getId(), edition.getId()));
        audit.record("edition.repeated", edition.getUuid(), "edition " + uuid);
        return edition.getUuid();
    }

    /**
     * Throws a draft away as if it had never been planned, with its course when that has no other edition. For the staff of
     * the organiser itself.
     *
     * @throws NotFoundException there is none, or it is somebody else's draft
     * @throws NotAllowedException it is another organisation's, also when the caller's organises it too
     * @throws EditionStateException it is no draft, or something hangs on it, like an enrolment that was cancelled
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void discard(UUID uuid) {
        Edition edition = organised(uuid);
        news.fire(new EditionDiscarded(edition.getId()));
        planning.discard(edition);
        audit.record("edition.discarded", uuid, null);
    }

    /**
     * A course of which the caller may know all, on behalf of other boundaries. For the staff of its organiser and
     * co-organisers, and nobody else.
     *
     * @throws NotFoundException there is no such course of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public ManagedCourse managed(UUID uuid) {
        return organisers.managed(planning.course(uuid));
    }

    /**
     * Says which organisations organise a course too: their staff may then do with it what the organiser's may, but for
     * cancelling, archiving and this. For the staff of the organiser itself.
     *
     * @throws NotFoundException there is no such course of theirs
     * @throws NotAllowedException the caller's organisation is itself a co-organiser
     * @throws InvalidInputException one of them does not take part
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void organiseWith(UUID uuid, Set<Long> organisations) {
        ManagedCourse managed = managed(uuid);
        if (!managed.organises()) {
            throw new NotAllowedException();
        }
        organisers.mustTakePart(organisations);
        planning.course(uuid).organiseWith(organisations);
        audit.record("course.co-organisers", uuid, organisations.size() + " organisations");
    }

    private Edition organised(UUID uuid) {
        Edition edition = owned(uuid);
        if (!isForAll()) {
            organisers.mustOrganise(edition);
        }
        return edition;
    }

    private Edition owned(UUID uuid) {
        Edition edition = planning.locked(uuid);
        if (!isForAll()) {
            organisers.mustOwn(edition);
        }
        return edition;
    }

    /** The platform's administrator, or the system itself when it fills an empty database. */
    private boolean isForAll() {
        return context.isCallerInRole(Role.PLATFORM_ADMINS);
    }
}
