package nl.kring.crm.accreditation.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The requests for accreditation of a course, reached through one of its editions: the days on which something is due are
 * counted from that edition. An in-house request is decided by staff of who holds the institutional accreditation, and by nobody
 * else; they see it as soon as it was asked.
 */
@Stateless
public class AccreditationRequests {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private CourseAccess access;

    @Inject
    private RequestSteps steps;

    /**
     * All about the accreditation of the course of an edition. For staff of an organiser or of who accredits it in-house.
     *
     * @throws NotFoundException there is no such edition, or not for the caller
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public AccreditationPage page(UUID uuid) {
        ManagedEdition edition = access.readable(uuid);
        RequestTable requests = new RequestTable(em);
        CourseTable course = new CourseTable(em);
        return new AccreditationPage(
                uuid,
                edition.title(),
                edition.startsAt(),
                edition.endsAt(),
                edition.own(),
                requests.lines(edition, currentUser.organisationId()),
                edition.own() ? requests.choices(edition.courseId()) : List.of(),
                requests.holders(edition.firstDay()),
                course.texts(edition.courseId()),
                course.said(edition),
                edition.own() ? course.announcements(edition) : List.of(),
                edition.own() ? course.meetings(edition) : List.of());
    }

    /**
     * Begins a request at each of these registers, with what their bodies usually ask, and a task to send it in time. For staff of
     * an organiser.
     *
     * @throws InvalidInputException none is named, one is asked nothing, or has an open request already
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void begin(UUID uuid, Collection<String> schemes) {
        ManagedEdition edition = access.own(uuid);
        if (schemes.isEmpty()) {
            throw new InvalidInputException("accreditation-no-register");
        }
        for (String scheme : schemes) {
            AccreditationRequest request = new AccreditationRequest(
                    edition.courseId(), scheme, terms(edition.courseId(), scheme), clock.instant());
            request.describe(usual(edition, request), null);
            steps.begun(edition, request);
        }
        new RequestTable(em).tellEditions(edition.courseId());
    }

    /**
     * Asks again for the time after, with what was given the last time. For staff of an organiser.
     *
     * @throws InvalidInputException it was not granted, or something is open already
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void renew(UUID uuid, UUID request, long version) {
        ManagedEdition edition = access.own(uuid);
        AccreditationRequest before = access.request(edition, request, version);
        must(before.getState() == RequestState.GRANTED);
        AccreditationRequest next =
                before.renewal(terms(before.getCourseId(), before.getSchemeCode()), clock.instant());
        steps.begun(edition, next);
        new RequestTable(em).setPoints(next.getId(), pointsOf(edition, request));
        new RequestTable(em).tellEditions(edition.courseId());
    }

    /**
     * Changes what is asked. For staff of an organiser, as long as it was not asked yet.
     *
     * @throws EditConflictException somebody else changed it since that version
     * @throws InvalidInputException a value cannot be, or the holder may not accredit for that register on that day
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void change(UUID uuid, UUID which, long version, RequestForm form) {
        ManagedEdition edition = access.own(uuid);
        AccreditationRequest request = access.request(edition, which, version);
        must(request.getState() == RequestState.DRAFT);
        RequestTable table = new RequestTable(em);
        RequestForm checked = RequestRules.checked(form, table.categories(request.getSchemeCode()));
        request.describe(checked, holder(edition, request, checked));
        em.flush();
        table.setPoints(request.getId(), checked.points());
        steps.described(edition, request);
    }

    /**
     * Says that it was sent to the body of the register, or put to who accredits in-house. For staff of an organiser.
     *
     * @throws InvalidInputException it is no draft
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void submit(UUID uuid, UUID which, long version) {
        ManagedEdition edition = access.own(uuid);
        AccreditationRequest request = access.request(edition, which, version);
        must(request.getState() == RequestState.DRAFT);
        requireHolder(edition, request);
        request.submit(today());
        steps.done(edition, request, "requested");
    }

    /**
     * It was not sent after all, or sent back to be completed. For staff of an organiser.
     *
     * @throws InvalidInputException it waits for no answer
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void takeBack(UUID uuid, UUID which, long version) {
        ManagedEdition edition = access.own(uuid);
        AccreditationRequest request = access.request(edition, which, version);
        must(request.getState() == RequestState.REQUESTED);
        request.takeBack();
        steps.reopened(edition, request);
    }

    /**
     * Keeps that it was granted: the course is worth these points from now on. For staff of an organiser; in-house, for staff of
     * its holder alone.
     *
     * @throws NotAllowedException it is in-house, and the caller is not of its holder
     * @throws InvalidInputException it waits for no answer, the validity is none, or there are no points
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void grant(UUID uuid, UUID which, long version, Grant grant) {
        ManagedEdition edition = access.readable(uuid);
        AccreditationRequest request = decidable(edition, which, version);
        RequestTable table = new RequestTable(em);
        Grant checked = RequestRules.checked(grant, table.categories(request.getSchemeCode()));
        request.grant(checked, today());
        em.flush();
        table.setPoints(request.getId(), checked.points());
        table.award(edition.courseId(), request.getSchemeCode(), request.getId(), checked.points());
        steps.granted(edition, request);
    }

    /**
     * Keeps that it was rejected, and why. For the callers, and with the refusals, of {@link #grant}.
     *
     * @throws InvalidInputException it waits for no answer, or there is no reason
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void reject(UUID uuid, UUID which, long version, String reason) {
        ManagedEdition edition = access.readable(uuid);
        AccreditationRequest request = decidable(edition, which, version);
        request.reject(RequestRules.reason(reason), today());
        steps.done(edition, request, RequestState.REJECTED.name().toLowerCase(Locale.ROOT));
    }

    private AccreditationRequest decidable(ManagedEdition edition, UUID which, long version) {
        AccreditationRequest request = access.request(edition, which, version);
        boolean decides = request.getHolderId() == null
                ? edition.own()
                : request.getHolderId().equals(currentUser.organisationId());
        if (!decides) {
            throw new NotAllowedException();
        }
        must(request.getState() == RequestState.REQUESTED);
        requireHolder(edition, request);
        return request;
    }

    private Terms terms(Long course, String scheme) {
        RequestTable table = new RequestTable(em);
        Terms terms = table.terms(scheme);
        if (terms == null) {
            throw new InvalidInputException("accreditation-scheme", scheme);
        }
        if (table.choices(course).stream().noneMatch(choice -> choice.scheme().equals(scheme))) {
            throw new InvalidInputException("accreditation-open", scheme);
        }
        return terms;
    }

    /** Who accredits in-house may have lost that since it was asked. */
    private void requireHolder(ManagedEdition edition, AccreditationRequest request) {
        if (request.getHolderId() != null) {
            String code = em.find(Organisation.class, request.getHolderId()).getCode();
            if (new RequestTable(em).holder(code, request.getSchemeCode(), edition.firstDay()) == null) {
                throw new InvalidInputException("accreditation-holder", code);
            }
        }
    }

    private Long holder(ManagedEdition edition, AccreditationRequest request, RequestForm form) {
        if (form.holder() == null || form.holder().isBlank()) {
            return null;
        }
        Long holder = new RequestTable(em).holder(form.holder(), request.getSchemeCode(), edition.firstDay());
        if (holder == null) {
            throw new InvalidInputException("accreditation-holder", form.holder());
        }
        return holder;
    }

    private RequestForm usual(ManagedEdition edition, AccreditationRequest request) {
        CourseKind kind = em.createQuery("select c.kind from Course c where c.id = :course", CourseKind.class)
                .setParameter("course", edition.courseId())
                .getSingleResult();
        CourseType type = switch (kind) {
            case E_LEARNING -> CourseType.E_LEARNING;
            case PEER_REVIEW -> CourseType.GROUP;
            default -> CourseType.WHOLE;
        };
        Terms terms = new RequestTable(em).terms(request.getSchemeCode());
        return new RequestForm(
                type, null, false, null, terms.leadDays(), terms.attendanceDays(), terms.feeCents(), null, List.of());
    }

    private List<AskedPoints> pointsOf(ManagedEdition edition, UUID request) {
        return new RequestTable(em)
                .lines(edition, currentUser.organisationId()).stream()
                        .filter(line -> line.uuid().equals(request))
                        .findFirst()
                        .map(line -> line.form().points())
                        .orElse(List.of());
    }

    private static void must(boolean fits) {
        if (!fits) {
            throw new InvalidInputException("accreditation-step");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
    }
}
