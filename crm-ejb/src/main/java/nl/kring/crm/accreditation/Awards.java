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
             where not exists (select 1 from crm.accreditation a
                                where a.course_id = e.course_id and a.scheme_code = r.scheme_code and a.points > 0)""";

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
     * What courses are worth, by the edition's UUID, in the order of the schemes; drafts only of this organisation, or of
     * every one.
     */
    Map<UUID, List<SchemePoints>> pointsOf(Collection<UUID> editions, Long organisation, boolean all) {
        if (editions.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<SchemePoints>> found = new LinkedHashMap<>();
        em.createQuery("""
                        select e.uuid, s.code, s.name, s.unit, a.points
                          from Accreditation a join a.scheme s
                          join a.course c
                          join Edition e on e.course = c
                         where e.uuid in :editions
                           and (e.publishedAt is not null or :all = true or c.organiserId = :organisation)
                         order by e.id, s.position""", Object[].class)
                .setParameter("editions", editions)
                .setParameter("organisation", organisation)
                .setParameter("all", all)
                .getResultStream()
                .forEach(row -> found.computeIfAbsent((UUID) row[0], edition -> new ArrayList<>())
                        .add(new SchemePoints(
                                (String) row[1], (String) row[2], (SchemeUnit) row[3], (BigDecimal) row[4])));
        return found;
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
                        select e.uuid, s.code, s.name, s.unit, a.points, s.position
                          from crm.edition e
                          join crm.accreditation a on a.course_id = e.course_id
                          join crm.scheme s on s.code = a.scheme_code
                         where e.id = any (:editions)
                        union all
                        select e.uuid, s.code, s.name, s.unit, null, s.position""" + PENDING + " and e.id = any (:editions) order by 6", Tuple.class)
                .setParameter("editions", editions)
                .getResultList();
        rows.forEach(row -> found.computeIfAbsent(row.get(0, UUID.class), edition -> new ArrayList<>())
                .add(new SchemePoints(
                        row.get(1, String.class),
                        row.get(2, String.class),
                        SchemeUnit.valueOf(row.get(3, String.class)),
                        row.get(4, BigDecimal.class))));
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
