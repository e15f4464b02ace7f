package nl.kring.crm.agenda.course;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.ManagedCourse;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.Colleague;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.Role;

/**
 * What is said of a course besides its title. Staff of its organiser and co-organisers read and write it; everybody sees of a
 * course in the agenda what is public of it: never money, never a contract.
 */
@Stateless
public class CourseProfiles {

    private static final long NEW = -1;

    @Inject
    private ProfileTable table;

    @Inject
    private Courses courses;

    @Inject
    private Editions editions;

    @Inject
    private Colleagues colleagues;

    @Inject
    private AuditTrail audit;

    /**
     * All that is said of a course. For the staff of its organiser and co-organisers.
     *
     * @throws NotFoundException there is no such course of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public ProfileDetail detail(UUID course) {
        ManagedCourse managed = courses.managed(course);
        CourseProfile profile = table.of(managed.id());
        ProfileForm form = form(profile == null ? new CourseProfile(managed.id()) : profile, managed);
        return new ProfileDetail(
                course,
                managed.title(),
                managed.organiserId(),
                form,
                profile == null ? NEW : profile.getVersion(),
                managed.organises(),
                table.choice(profile == null ? Set.of() : profile.getThemes()),
                known(managed, profile),
                BudgetTotals.of(form.budget()));
    }

    /**
     * Makes this all that is said of a course. For the staff of its organiser and co-organisers; who organises it too the
     * organiser alone says.
     *
     * @param version what the caller read
     * @throws NotFoundException there is no such course of theirs, or no such theme, participant, person or row
     * @throws NotAllowedException a co-organiser would change who organises
     * @throws EditConflictException somebody else changed it since that version
     * @throws InvalidInputException a value cannot be, somebody is named twice, or who is responsible is no colleague
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void change(UUID course, long version, ProfileForm wish) {
        ProfileForm form = ProfileRules.checked(wish);
        ManagedCourse managed = courses.managed(course);
        CourseProfile profile = table.locked(managed.id());
        if (version != (profile == null ? NEW : profile.getVersion())) {
            throw new EditConflictException();
        }
        ManagedCourse now = organisedWith(managed, table.participants(form.coOrganisers()));
        write(profile == null ? new CourseProfile(managed.id()) : profile, now, form);
        table.flush();
        audit.record("course.profile-changed", course, null);
    }

    /**
     * What everybody may see of the course of an edition. Anyone may read it of an edition that is or was published; of a
     * draft its organisers' staff alone.
     *
     * @throws NotFoundException there is none, or it is a draft of somebody else
     */
    @PermitAll
    public PublicProfile shown(UUID edition) {
        Course course = table.course(editions.edition(edition).courseUuid());
        CourseProfile profile = table.of(course.getId());
        CourseProfile said = profile == null ? new CourseProfile(course.getId()) : profile;
        Map<String, PublicProfile.Speaker> speakers = new LinkedHashMap<>();
        List<ProfileForm.Sponsor> sponsors = List.of();
        if (profile != null) {
            table.speakers(profile)
                    .forEach(row -> speakers.putIfAbsent(
                            row.person() == null ? row.name() : row.person().toString(), announced(row)));
            sponsors = table.sponsors(profile);
        }
        return new PublicProfile(
                said.getObjectives(),
                said.getPrerequisites(),
                said.getMaterials(),
                said.getLanguage(),
                table.of(Theme.class, said.getThemes()).stream()
                        .map(Theme::line)
                        .sorted(Comparator.comparing(ThemeLine::name))
                        .toList(),
                said.getRoles().stream().sorted().toList(),
                names(said.getOrganisations()),
                names(course.getCoOrganisers()),
                List.copyOf(speakers.values()),
                sponsors.stream()
                        .map(row -> new PublicProfile.Sponsor(row.name(), row.independent()))
                        .toList());
    }

    private static PublicProfile.Speaker announced(ProfileForm.Speaker row) {
        return new PublicProfile.Speaker(
                row.name() == null ? row.known() : row.name(), row.disclosedOn(), row.interests());
    }

    private List<String> names(Set<Long> organisations) {
        return table.of(Organisation.class, organisations).stream()
                .map(Organisation::getName)
                .sorted()
                .toList();
    }

    private ProfileForm form(CourseProfile profile, ManagedCourse course) {
        boolean fresh = profile.getId() == null;
        return new ProfileForm(
                profile.getObjectives(),
                profile.getPrerequisites(),
                profile.getMaterials(),
                profile.getLanguage(),
                table.of(Theme.class, profile.getThemes()).stream()
                        .map(Theme::getUuid)
                        .collect(Collectors.toSet()),
                profile.getRoles(),
                uuids(profile.getOrganisations()),
                uuids(course.coOrganisers()),
                colleagues.uuidOf(profile.getOwnerId()),
                colleagues.uuidOf(profile.getDeputyId()),
                fresh ? List.of() : table.speakers(profile),
                fresh ? List.of() : table.sponsors(profile),
                fresh ? List.of() : table.budget(profile));
    }

    private Set<UUID> uuids(Set<Long> organisations) {
        return table.of(Organisation.class, organisations).stream()
                .map(Organisation::getUuid)
                .collect(Collectors.toSet());
    }

    /** Those who may be responsible, and who is, also after leaving. */
    private List<Colleague> known(ManagedCourse course, CourseProfile profile) {
        return colleagues.of(
                organisers(course),
                profile == null
                        ? List.of()
                        : Stream.of(profile.getOwnerId(), profile.getDeputyId())
                                .filter(id -> id != null)
                                .toList());
    }

    private static List<Long> organisers(ManagedCourse course) {
        return Stream.concat(Stream.of(course.organiserId()), course.coOrganisers().stream())
                .toList();
    }

    private ManagedCourse organisedWith(ManagedCourse course, Set<Long> others) {
        if (others.equals(course.coOrganisers())) {
            return course;
        }
        courses.organiseWith(course.uuid(), others);
        return courses.managed(course.uuid());
    }

    private void write(CourseProfile profile, ManagedCourse course, ProfileForm form) {
        table.keep(profile);
        profile.describe(form);
        profile.isAbout(table.themes(form.themes(), profile.getThemes()));
        profile.isMeantFor(form.roles(), table.participants(form.organisations()));
        profile.isLookedAfterBy(
                responsible(form.owner(), profile.getOwnerId(), course),
                responsible(form.deputy(), profile.getDeputyId(), course));
        List<Long> persons =
                table.persons(form.speakers().stream().map(row -> row.person()).toList());
        ProfileRules.mustNameOnce(form.speakers(), persons);
        table.write(profile, form.speakers(), persons);
        table.writeSponsors(profile, form.sponsors());
        table.writeBudget(profile, form.budget());
    }

    /** A colleague of one of the organisers; who is responsible already may stay so. */
    private Long responsible(UUID account, Long before, ManagedCourse course) {
        if (account == null || account.equals(colleagues.uuidOf(before))) {
            return account == null ? null : before;
        }
        try {
            return colleagues.idOf(account, organisers(course));
        } catch (NotFoundException noColleague) {
            throw new InvalidInputException("course-responsible-no-colleague");
        }
    }
}
