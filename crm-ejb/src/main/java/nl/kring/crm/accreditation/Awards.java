package nl.kring.crm.accreditation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.platform.InvalidInputException;

/** Which points belong to which course. */
@Dependent
class Awards {

    private static final BigDecimal MOST = new BigDecimal("999.9");

    private static final String PENDING = """
            \s from crm.edition e
              join crm.accreditation_request r on r.course_id = e.course_id and r.state = 'REQUESTED'
              join crm.scheme s on s.code = r.scheme_code
             where not exists (select 1 from crm.worth_of(e.id) w where w.scheme_code = r.scheme_code)""";

    @PersistenceContext
    private EntityManager em;

    Awards() {}

    Awards(EntityManager em) {
        this.em = em;
    }

    List<Scheme> schemes() {
        return em.createQuery(
                        "select distinct s from Scheme s left join fetch s.professions order by s.position",
                        Scheme.class)
                .getResultList();
    }

    /**
     * What editions are worth on their day, by UUID, in the order of the schemes; drafts only of this organisation, or of every one.
     */
    @SuppressWarnings("unchecked")
    Map<UUID, List<SchemePoints>> pointsOf(Collection<UUID> editions, Long organisation, boolean all) {
        Map<UUID, List<SchemePoints>> found = new LinkedHashMap<>();
        if (editions.isEmpty()) {
            return found;
        }
        List<Tuple> rows = em.createNativeQuery("""
                        select e.uuid, s.code, s.name, s.unit, sum(w.points) as points
                          from crm.edition e
                          join crm.course c on c.id = e.course_id
                         cross join lateral crm.worth_of(e.id) w
                          join crm.scheme s on s.code = w.scheme_code
                         where e.uuid = any (:editions)
                           and (e.published_at is not null or :all or c.organiser_id = cast(:organisation as bigint))
                         group by e.id, e.uuid, s.code, s.name, s.unit, s.position
                         order by e.id, s.position""", Tuple.class)
                .setParameter("editions", editions.toArray(UUID[]::new))
                .setParameter("organisation", organisation)
                .setParameter("all", all)
                .getResultList();
        rows.forEach(row -> add(found, row));
        return found;
    }

    private static void add(Map<UUID, List<SchemePoints>> found, Tuple row) {
        found.computeIfAbsent(row.get(0, UUID.class), edition -> new ArrayList<>())
                .add(new SchemePoints(
                        row.get(1, String.class),
                        row.get(2, String.class),
                        SchemeUnit.valueOf(row.get(3, String.class)),
                        row.get(4, BigDecimal.class)));
    }

    /** What stands beside a course, whatever the day. */
    List<SchemePoints> ofCourse(Course course) {
        return em.createQuery(
                        "select s.code, s.name, s.unit, a.points from Accreditation a join a.scheme s where a.course = :course"
                                + " order by s.position",
                        Object[].class)
                .setParameter("course", course)
                .getResultStream()
                .map(row ->
                        new SchemePoints((String) row[0], (String) row[1], (SchemeUnit) row[2], (BigDecimal) row[3]))
                .toList();
    }

    /** Which registers were asked and give no points yet, by the edition's UUID, of published ones. */
    @SuppressWarnings("unchecked")
    Map<UUID, List<String>> pending(Collection<UUID> editions) {
        Map<UUID, List<String>> found = new HashMap<>();
        List<Tuple> rows = em.createNativeQuery(
                        "select e.uuid, s.code" + PENDING
                                + " and e.uuid = any (:editions) and e.published_at is not null order by s.position",
                        Tuple.class)
                .setParameter("editions", editions.toArray(UUID[]::new))
                .getResultList();
        rows.forEach(row -> found.computeIfAbsent(row.get(0, UUID.class), edition -> new ArrayList<>())
                .add(row.get(1, String.class)));
        return found;
    }

    /**
     * The same as points for editions that everybody may see, by their numbers; kept as bare as the page that asks it most. A register
     * that was asked and has not answered is in it with no points.
     */
    @SuppressWarnings("unchecked")
    Map<UUID, List<SchemePoints>> pointsInAgenda(Long[] editions) {
        Map<UUID, List<SchemePoints>> found = new HashMap<>();
        List<Tuple> rows = em.createNativeQuery("""
                        select e.uuid, s.code, s.name, s.unit, sum(w.points) as points, s.position
                          from crm.edition e
                         cross join lateral crm.worth_of(e.id) w
                          join crm.scheme s on s.code = w.scheme_code
                         where e.id = any (:editions)
                         group by e.uuid, s.code, s.name, s.unit, s.position
                        union all
                        select e.uuid, s.code, s.name, s.unit, null, s.position""" + PENDING + " and e.id = any (:editions) order by 6", Tuple.class)
                .setParameter("editions", editions)
                .getResultList();
        rows.forEach(row -> add(found, row));
        return found;
    }

    /** Makes these the points of the course; a scheme that is not named, or with nothing or zero, gives none. */
    void award(Course course, Map<String, BigDecimal> wanted) {
        Map<String, Accreditation> left = new HashMap<>(
                em.createQuery("select a from Accreditation a where a.course = :course", Accreditation.class)
                        .setParameter("course", course)
                        .getResultStream()
                        .collect(Collectors.toMap(a -> a.getScheme().getCode(), Function.identity())));
        wanted.forEach((code, points) -> {
            if (points == null || points.signum() == 0) {
                return;
            }
            BigDecimal checked = checked(points);
            Accreditation known = left.remove(code);
            if (known == null) {
                em.persist(new Accreditation(course, scheme(code), checked));
            } else {
                known.revalue(checked);
            }
        });
        left.values().forEach(em::remove);
        em.flush();
    }

    private Scheme scheme(String code) {
        Scheme scheme = em.find(Scheme.class, code);
        if (scheme == null || !scheme.givesPoints()) {
            throw new InvalidInputException("accreditation-scheme", code);
        }
        return scheme;
    }

    private static BigDecimal checked(BigDecimal points) {
        if (points.signum() < 0
                || points.compareTo(MOST) > 0
                || points.stripTrailingZeros().scale() > 1) {
            throw new InvalidInputException("accreditation-points", points.toPlainString());
        }
        return points;
    }
}
