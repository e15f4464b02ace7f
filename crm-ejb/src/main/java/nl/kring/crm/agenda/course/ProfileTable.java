package nl.kring.crm.agenda.course;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.platform.NotFoundException;

/** Profiles with their rows in the database. Rows keep their numbers as long as they are in the list. */
@Dependent
class ProfileTable {

    private static final String SPEAKERS = """
            select s.uuid, p.uuid as person, s.name, p.display_name as known, cast(s.contract_signed_on as text) as contract,
                   s.honorarium_cents, s.travel_cents, cast(s.disclosed_on as text) as disclosed, s.interests
              from crm.course_speaker s
              left join crm.person p on p.id = s.person_id
             where s.profile_id = :profile
             order by s.position, s.id""";

    private static final String CHOICE = "(t.retiredAt is null or t.id in :before)";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    ProfileTable() {}

    ProfileTable(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    Course course(UUID uuid) {
        return em.createQuery("select c from Course c where c.uuid = :uuid", Course.class)
                .setParameter("uuid", uuid)
                .getSingleResult();
    }

    /** That of a course which nobody else changes meanwhile; null as long as nothing was said. */
    CourseProfile locked(Long course) {
        em.find(Course.class, course, LockModeType.PESSIMISTIC_WRITE);
        CourseProfile profile = of(course);
        if (profile != null) {
            em.refresh(profile);
        }
        return profile;
    }

    /** Keeps it; its version goes up also when only its rows change. */
    void keep(CourseProfile profile) {
        if (profile.getId() == null) {
            em.persist(profile);
        } else {
            em.lock(profile, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
    }

    void flush() {
        em.flush();
    }

    /** That of a course; null as long as nothing was said. */
    CourseProfile of(Long course) {
        return em.createQuery("select p from CourseProfile p where p.courseId = :course", CourseProfile.class)
                .setParameter("course", course)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Speakers in their order, with who they are in the register. */
    @SuppressWarnings("unchecked")
    List<ProfileForm.Speaker> speakers(CourseProfile profile) {
        List<Tuple> rows = em.createNativeQuery(SPEAKERS, Tuple.class)
                .setParameter("profile", profile.getId())
                .getResultList();
        return rows.stream()
                .map(row -> new ProfileForm.Speaker(
                        row.get("uuid", UUID.class),
                        row.get("person", UUID.class),
                        row.get("name", String.class),
                        row.get("known", String.class),
                        day(row.get("contract", String.class)),
                        row.get("honorarium_cents", Integer.class),
                        row.get("travel_cents", Integer.class),
                        day(row.get("disclosed", String.class)),
                        row.get("interests", String.class)))
                .toList();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    List<ProfileForm.Sponsor> sponsors(CourseProfile profile) {
        return rows(CourseSponsor.class, profile).stream()
                .map(CourseSponsor::form)
                .toList();
    }

    List<ProfileForm.BudgetLine> budget(CourseProfile profile) {
        return rows(CourseBudgetLine.class, profile).stream()
                .map(CourseBudgetLine::form)
                .toList();
    }

    /** Makes these the speakers; persons are those of the rows, in the same order. */
    void write(CourseProfile profile, List<ProfileForm.Speaker> forms, List<Long> persons) {
        List<CourseSpeaker> kept = changed(
                rows(CourseSpeaker.class, profile),
                forms,
                ProfileForm.Speaker::uuid,
                () -> new CourseSpeaker(profile.getId(), clock.instant()));
        for (int at = 0; at < kept.size(); at++) {
            kept.get(at).isPerson(persons.get(at));
        }
        kept.forEach(em::persist);
    }

    void writeSponsors(CourseProfile profile, List<ProfileForm.Sponsor> forms) {
        changed(
                        rows(CourseSponsor.class, profile),
                        forms,
                        ProfileForm.Sponsor::uuid,
                        () -> new CourseSponsor(profile.getId()))
                .forEach(em::persist);
    }

    void writeBudget(CourseProfile profile, List<ProfileForm.BudgetLine> forms) {
        changed(
                        rows(CourseBudgetLine.class, profile),
                        forms,
                        ProfileForm.BudgetLine::uuid,
                        () -> new CourseBudgetLine(profile.getId()))
                .forEach(em::persist);
    }

    /** Changes the rows that stay, makes new ones and removes others; a row of somebody else's list is none of this one. */
    private <F, R extends ProfileRow<F>> List<R> changed(
            List<R> before, List<F> forms, Function<F, UUID> uuidOf, Supplier<R> fresh) {
        Map<UUID, R> left = before.stream().collect(Collectors.toMap(ProfileRow::getUuid, Function.identity()));
        List<R> kept = new ArrayList<>();
        for (F form : forms) {
            R row = uuidOf.apply(form) == null ? fresh.get() : left.remove(uuidOf.apply(form));
            if (row == null) {
                throw new NotFoundException();
            }
            row.become(kept.size() + 1, form);
            kept.add(row);
        }
        left.values().forEach(em::remove);
        return kept;
    }

    private <R> List<R> rows(Class<R> type, CourseProfile profile) {
        return em.createQuery(
                        "select r from " + type.getSimpleName()
                                + " r where r.profileId = :profile order by r.position, r.id",
                        type)
                .setParameter("profile", profile.getId())
                .getResultList();
    }

    /**
     * What is said of a course is said of the course of that edition too, as {@link #again(CourseProfile, Long)} does it.
     *
     * @return the course of the edition
     */
    UUID again(UUID source, UUID edition) {
        Course then = em.createQuery("select e.course from Edition e where e.uuid = :uuid", Course.class)
                .setParameter("uuid", edition)
                .getSingleResult();
        CourseProfile profile = of(course(source).getId());
        if (profile != null) {
            again(profile, then.getId());
        }
        return then.getUuid();
    }

    /**
     * A profile like that one, for another course or (null) a template. What is of one time stays behind: contracts,
     * disclosures, sponsors, and what things really cost.
     */
    CourseProfile again(CourseProfile source, Long course) {
        CourseProfile again = source.again(course);
        em.persist(again);
        em.flush();
        rows(CourseSpeaker.class, source).forEach(row -> em.persist(row.again(again.getId(), clock.instant())));
        rows(CourseBudgetLine.class, source).forEach(row -> em.persist(row.again(again.getId())));
        em.flush();
        return again;
    }

    /** The themes that can be chosen, or that are these, by their Dutch name. */
    List<ThemeLine> choice(Set<Long> before) {
        return em.createQuery("select t from Theme t where " + CHOICE + " order by lower(t.name), t.id", Theme.class)
                .setParameter("before", before.isEmpty() ? Set.of(0L) : before)
                .getResultStream()
                .map(Theme::line)
                .toList();
    }

    /**
     * The numbers of themes that can be chosen, or that the profile has.
     *
     * @throws NotFoundException one is none such
     */
    Set<Long> themes(Collection<UUID> uuids, Set<Long> before) {
        return found(
                uuids,
                em.createQuery("select t.id from Theme t where t.uuid in :uuids and " + CHOICE, Long.class)
                        .setParameter("before", before.isEmpty() ? Set.of(0L) : before));
    }

    /**
     * The numbers of participants.
     *
     * @throws NotFoundException one is none such
     */
    Set<Long> participants(Collection<UUID> uuids) {
        return found(
                uuids,
                em.createQuery("select o.id from Organisation o where o.uuid in :uuids and o.participant", Long.class));
    }

    @SuppressWarnings("unchecked")
    private static Set<Long> found(Collection<UUID> uuids, Query query) {
        if (uuids.isEmpty()) {
            return Set.of();
        }
        Set<Long> ids = new HashSet<>(query.setParameter("uuids", uuids).getResultList());
        if (ids.size() < Set.copyOf(uuids).size()) {
            throw new NotFoundException();
        }
        return ids;
    }

    /**
     * The numbers of those persons, in their order; who was merged is who that is now.
     *
     * @throws NotFoundException one does not exist
     */
    @SuppressWarnings("unchecked")
    List<Long> persons(List<UUID> uuids) {
        Map<UUID, Long> known = new LinkedHashMap<>();
        List<Tuple> rows = em.createNativeQuery(
                        "select p.uuid, crm.survivor_of(p.id) as id from crm.person p where p.uuid = any (:uuids)",
                        Tuple.class)
                .setParameter(
                        "uuids", uuids.stream().filter(uuid -> uuid != null).toArray(UUID[]::new))
                .getResultList();
        rows.forEach(row ->
                known.put(row.get(0, UUID.class), row.get(1, Number.class).longValue()));
        List<Long> found = new ArrayList<>();
        for (UUID uuid : uuids) {
            if (uuid != null && !known.containsKey(uuid)) {
                throw new NotFoundException();
            }
            found.add(known.get(uuid));
        }
        return found;
    }

    /** Rows of a table that are named by their numbers. */
    <T> List<T> of(Class<T> type, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select x from " + type.getSimpleName() + " x where x.id in :ids", type)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
