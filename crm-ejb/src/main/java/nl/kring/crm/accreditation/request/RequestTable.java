package nl.kring.crm.accreditation.request;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Requests with their points and files in the database; each list is one query. */
final class RequestTable {

    private static final String LINES = """
            select r.id, r.uuid, r.scheme_code, s.name, r.state, r.renews_id is not null as renewal, h.code as holder, r.course_type,
                   r.course_number, r.own_codes, r.module_code, cast(r.valid_from as text) as valid_from,
                   cast(r.valid_to as text) as valid_to, cast(r.requested_on as text) as requested_on,
                   cast(r.decided_on as text) as decided_on, r.lead_days, r.attendance_days, r.fee_cents, r.note, r.answer, r.version,
                   coalesce(t.validity_months, 12) as validity_months,
                   r.state = 'REQUESTED' and case when r.holder_id is null then :own else r.holder_id = :caller end as decidable
              from crm.accreditation_request r
              join crm.scheme s on s.code = r.scheme_code
              left join crm.organisation h on h.id = r.holder_id
              left join crm.accreditation_terms t on t.scheme_code = r.scheme_code
             where r.course_id = :course and (:own or r.holder_id = :caller and r.state <> 'DRAFT')
             order by s.position, r.id desc""";

    private final EntityManager em;

    RequestTable(EntityManager em) {
        this.em = em;
    }

    /** The requests of a course by register, the latest first; for who only accredits, those that were asked of it. */
    List<RequestLine> lines(ManagedEdition edition, Long caller) {
        Map<Long, List<AskedPoints>> points = points(edition.courseId());
        Map<Long, List<RequestLine.Document>> documents = documents(edition.courseId());
        return rows(em.createNativeQuery(LINES, Tuple.class)
                        .setParameter("course", edition.courseId())
                        .setParameter("own", edition.own())
                        .setParameter("caller", caller == null ? 0L : caller))
                .stream()
                .map(row -> line(
                        row,
                        edition.firstDay(),
                        points.getOrDefault(row.get("id", Long.class), List.of()),
                        documents.getOrDefault(row.get("id", Long.class), List.of())))
                .toList();
    }

    private static RequestLine line(
            Tuple row, LocalDate firstDay, List<AskedPoints> points, List<RequestLine.Document> documents) {
        RequestState state = RequestState.valueOf(row.get("state", String.class));
        RequestForm form = new RequestForm(
                CourseType.valueOf(row.get("course_type", String.class)),
                row.get("holder", String.class),
                row.get("own_codes", Boolean.class),
                row.get("module_code", String.class),
                row.get("lead_days", Integer.class),
                row.get("attendance_days", Integer.class),
                row.get("fee_cents", Integer.class),
                row.get("note", String.class),
                points);
        return new RequestLine(
                row.get("uuid", UUID.class),
                row.get("scheme_code", String.class),
                row.get("name", String.class),
                state,
                row.get("decidable", Boolean.class),
                row.get("renewal", Boolean.class),
                row.get("holder", String.class),
                row.get("course_number", String.class),
                day(row, "valid_from"),
                day(row, "valid_to"),
                day(row, "requested_on"),
                day(row, "decided_on"),
                state == RequestState.DRAFT ? firstDay.minusDays(form.leadDays()) : null,
                row.get("answer", String.class),
                row.get("validity_months", Integer.class),
                form,
                documents,
                row.get("version", Long.class));
    }

    private Map<Long, List<AskedPoints>> points(Long course) {
        Map<Long, List<AskedPoints>> found = new HashMap<>();
        rows(em.createNativeQuery("""
                        select p.request_id, p.category, p.part, p.points
                          from crm.accreditation_request_points p
                          join crm.accreditation_request r on r.id = p.request_id
                         where r.course_id = :course order by p.request_id, p.position""", Tuple.class).setParameter("course", course))
                .forEach(row -> found.computeIfAbsent(row.get(0, Long.class), any -> new ArrayList<>())
                        .add(new AskedPoints(
                                row.get(1, String.class), row.get(2, String.class), row.get(3, BigDecimal.class))));
        return found;
    }

    private Map<Long, List<RequestLine.Document>> documents(Long course) {
        Map<Long, List<RequestLine.Document>> found = new HashMap<>();
        rows(em.createNativeQuery("""
                        select d.request_id, d.uuid, d.file_name
                          from crm.accreditation_document d
                          join crm.accreditation_request r on r.id = d.request_id
                         where r.course_id = :course order by d.id""", Tuple.class).setParameter("course", course))
                .forEach(row -> found.computeIfAbsent(row.get(0, Long.class), any -> new ArrayList<>())
                        .add(new RequestLine.Document(row.get(1, UUID.class), row.get(2, String.class))));
        return found;
    }

    /** Registers that give points and of which nothing is open. */
    List<AccreditationPage.Choice> choices(Long course) {
        return rows(em.createNativeQuery("""
                        select s.code, s.name from crm.scheme s
                         join crm.accreditation_terms t on t.scheme_code = s.code
                         where s.unit <> 'NONE'
                           and not exists (select 1 from crm.accreditation_request r
                                            where r.course_id = :course and r.scheme_code = s.code
                                              and r.state in ('DRAFT', 'REQUESTED'))
                         order by s.position""", Tuple.class).setParameter("course", course)).stream()
                .map(row -> new AccreditationPage.Choice(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    /** Who may accredit in-house on that day. */
    List<AccreditationPage.Holder> holders(LocalDate day) {
        return rows(em.createNativeQuery("""
                        select o.code, i.scheme_code from crm.institutional_accreditation i
                          join crm.organisation o on o.id = i.organisation_id
                         where i.valid_from <= :day and (i.valid_to is null or i.valid_to >= :day)
                         order by o.code, i.scheme_code""", Tuple.class).setParameter("day", day)).stream()
                .map(row -> new AccreditationPage.Holder(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    /** The number of an organisation that may accredit for that register in-house on that day, or null. */
    Long holder(String code, String scheme, LocalDate day) {
        List<Tuple> rows = rows(em.createNativeQuery("""
                        select o.id from crm.institutional_accreditation i
                          join crm.organisation o on o.id = i.organisation_id
                         where o.code = :code and i.scheme_code = :scheme and i.valid_from <= :day
                           and (i.valid_to is null or i.valid_to >= :day)""", Tuple.class)
                .setParameter("code", code)
                .setParameter("scheme", scheme)
                .setParameter("day", day));
        return rows.isEmpty() ? null : rows.get(0).get(0, Long.class);
    }

    /** What the body of a register usually asks; null for one that is asked nothing. */
    Terms terms(String scheme) {
        List<Tuple> rows = rows(em.createNativeQuery("""
                        select t.scheme_code, t.lead_days, t.attendance_days, t.validity_months, t.fee_cents
                          from crm.accreditation_terms t where t.scheme_code = :scheme""", Tuple.class).setParameter("scheme", scheme));
        return rows.isEmpty()
                ? null
                : new Terms(
                        rows.get(0).get(0, String.class),
                        rows.get(0).get(1, Integer.class),
                        rows.get(0).get(2, Integer.class),
                        rows.get(0).get(3, Integer.class),
                        rows.get(0).get(4, Integer.class));
    }

    /** In which categories a register counts, by any version of its rules that stands. */
    Set<String> categories(String scheme) {
        Set<String> found = new HashSet<>();
        rows(em.createNativeQuery("""
                        select distinct c.category from crm.scheme_version v cross join unnest(v.categories) as c (category)
                         where v.scheme_code = :scheme and v.replaced_at is null
                        union select usual_category from crm.scheme where code = :scheme and usual_category is not null""", Tuple.class).setParameter("scheme", scheme))
                .forEach(row -> found.add(row.get(0, String.class)));
        return found;
    }

    void setPoints(Long request, List<AskedPoints> points) {
        em.createNativeQuery("delete from crm.accreditation_request_points where request_id = :request")
                .setParameter("request", request)
                .executeUpdate();
        for (int at = 0; at < points.size(); at++) {
            em.createNativeQuery("""
                            insert into crm.accreditation_request_points (request_id, position, category, part, points)
                            values (:request, :position, :category, :part, :points)""")
                    .setParameter("request", request)
                    .setParameter("position", at)
                    .setParameter("category", points.get(at).category())
                    .setParameter("part", points.get(at).part())
                    .setParameter("points", points.get(at).points())
                    .executeUpdate();
        }
    }

    /**
     * The course is worth what was granted, on its days. The sum stands beside it, with the category that most of it is in, for the day that
     * somebody says another sum by hand. What somebody said so before stays what it is worth on the days before.
     */
    void award(Long course, String scheme, Long request, List<AskedPoints> points) {
        Map<String, BigDecimal> byCategory = new HashMap<>();
        points.forEach(each -> byCategory.merge(each.category(), each.points(), BigDecimal::add));
        String most = byCategory.entrySet().stream()
                .max(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        em.createNativeQuery("""
                        insert into crm.accreditation as known (id, uuid, course_id, scheme_code, points, category, request_id)
                        select nextval('crm.entity_seq'), gen_random_uuid(), :course, s.code, :points, nullif(:category, s.usual_category),
                               :request
                          from crm.scheme s where s.code = :scheme
                        on conflict (course_id, scheme_code) do update
                           set points = excluded.points, category = excluded.category, request_id = excluded.request_id,
                               (said_points, said_category, said_before) = (
                                 select known.points, known.category, r.valid_from from crm.accreditation_request r
                                  where r.id = :request and known.request_id is null and known.points > 0
                                 union all
                                 select known.said_points, known.said_category, known.said_before
                                  where known.request_id is not null),
                               version = known.version + 1""")
                .setParameter("request", request)
                .setParameter("course", course)
                .setParameter("scheme", scheme)
                .setParameter(
                        "points", points.stream().map(AskedPoints::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .setParameter("category", most)
                .executeUpdate();
    }

    /** How far the accreditation of the course is as a whole, said where the agenda keeps it for each edition still to be held. */
    void tellEditions(Long course) {
        em.createNativeQuery("""
                        update crm.edition e set accreditation_state = q.state, version = e.version + 1
                          from (select case when bool_or(r.state = 'REQUESTED') then 'REQUESTED'
                                            when bool_or(r.state = 'DRAFT') then 'TO_REQUEST'
                                            when bool_or(r.state = 'GRANTED') then 'GRANTED'
                                            else 'REJECTED' end as state
                                  from crm.accreditation_request r where r.course_id = :course having count(*) > 0) as q
                         where e.course_id = :course and e.state not in ('CANCELLED', 'ARCHIVED')
                           and e.accreditation_state <> q.state""").setParameter("course", course).executeUpdate();
    }

    /** The task of a request or announcement by its number; null when there is none any more. */
    UUID task(Long id) {
        List<?> found = em.createNativeQuery("select uuid from crm.task where id = :id", UUID.class)
                .setParameter("id", id == null ? 0L : id)
                .getResultList();
        return found.isEmpty() ? null : (UUID) found.get(0);
    }

    static LocalDate day(Tuple row, String column) {
        String day = row.get(column, String.class);
        return day == null ? null : LocalDate.parse(day);
    }

    @SuppressWarnings("unchecked")
    static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
