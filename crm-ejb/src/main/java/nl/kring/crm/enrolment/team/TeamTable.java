package nl.kring.crm.enrolment.team;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.SearchText;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.platform.TextParts;
import nl.kring.crm.registry.Profession;

/** The people of a practice and their courses, a query a list whatever its length. */
class TeamTable {

    private static final int MOST_PEOPLE = 300;
    private static final int MOST_COURSES = 30;

    private static final String STAFF = """
            select a.person_id from crm.affiliation a
             where a.organisation_id in (:practice) and a.withdrawn_at is null
               and daterange(a.valid_from, a.valid_to, '[]') @> cast(:day as date)""";

    /** Who left still comes with the seat that the practice pays for, until it sends somebody else. */
    private static final String MEMBERS = """
            select p.id, p.uuid, p.display_name, p.profession, p.id in (%1$s) as works
              from crm.person p
             where p.merged_into_id is null
               and (p.id in (%1$s)
                    or p.id in (select e.person_id from crm.enrolment e join crm.edition d on d.id = e.edition_id
                                 where e.payer_organisation_id in (:practice) and d.ends_at > :now
                                   and e.state not in ('CANCELLED', 'REPLACED')))
             order by p.sort_name, p.id""".formatted(STAFF);

    private static final String COURSES = """
            select e.person_id, e.uuid, c.title, d.starts_at, d.ends_at, d.location, d.place, e.state,
                   coalesce(e.payer_organisation_id in (:practice), false)
              from crm.enrolment e
              join crm.edition d on d.id = e.edition_id
              join crm.course c on c.id = d.course_id
             where e.person_id in (:persons) and e.state not in ('CANCELLED', 'REPLACED') and d.ends_at > :now
               and (e.payer_organisation_id in (:practice)
                    or e.person_id in (%s)
                       and (not d.in_company or exists (select 1 from crm.edition_company k
                                                         where k.edition_id = d.id and k.organisation_id in (:practice))))
             order by d.starts_at, e.id""".formatted(STAFF);

    private static final String RESERVED = """
            select r.uuid, d.uuid, c.title, d.starts_at, r.profession, coalesce(t.names_until, d.starts_at - interval '168 hours')
              from crm.seat_reservation r
              join crm.edition d on d.id = r.edition_id
              join crm.course c on c.id = d.course_id
              left join crm.seat_terms t on t.edition_id = d.id
             where r.practice_id in (:practice) and r.ended_at is null
             order by d.starts_at, r.id""";

    private static final String CHOICES = """
            select d.uuid, c.title, o.name, d.starts_at, d.ends_at, d.location, d.place, s.capacity - s.taken, d.waiting_list,
                   d.in_company, coalesce(t.names_until, d.starts_at - interval '168 hours'),
                   case when coalesce(t.prerequisites, false)
                        then (select f.prerequisites from crm.course_profile f where f.course_id = c.id) end,
                   d.id, c.id
              from crm.edition d
              join crm.course c on c.id = d.course_id
              join crm.organisation o on o.id = c.organiser_id
              join crm.seat_count s on s.edition_id = d.id
              left join crm.seat_terms t on t.edition_id = d.id
             where (not d.in_company
                    or exists (select 1 from crm.edition_company k
                                where k.edition_id = d.id and crm.organisation_survivor(k.organisation_id) in (:practice)))
               and\s""";

    private static final String OPEN = """
            d.state = 'OPEN' and d.starts_at > :now and (d.enrol_until is null or d.enrol_until > :now)""";

    private static final String COLLEAGUES = """
            select p.uuid, p.display_name, p.profession,
                   exists (select 1 from crm.enrolment e where e.edition_id = :edition and e.person_id = p.id
                              and e.state not in ('CANCELLED', 'REPLACED')),
                   exists (select 1 from crm.course_audience a where a.course_id = :course)
                   and not exists (select 1 from crm.course_audience a
                                    where a.course_id = :course and a.profession = p.profession),
                   p.email, p.big, p.agb
              from crm.person p
             where p.merged_into_id is null and p.id in (%s)
             order by p.sort_name, p.id""".formatted(STAFF);

    private final EntityManager em;
    private final Instant now;
    private final List<Long> practice;

    TeamTable(EntityManager em, Instant now, List<Long> practice) {
        this.em = em;
        this.now = now;
        this.practice = practice;
    }

    @SuppressWarnings("unchecked")
    List<Team.Member> members() {
        List<Tuple> rows = asked(MEMBERS)
                .setParameter("day", today())
                .setParameter("now", now)
                .setMaxResults(MOST_PEOPLE)
                .getResultList();
        Map<Long, List<Team.Course>> courses =
                courses(rows.stream().map(row -> row.get(0, Long.class)).toList());
        return rows.stream()
                .map(row -> new Team.Member(
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        profession(row.get(3, String.class)),
                        row.get(4, Boolean.class),
                        courses.getOrDefault(row.get(0, Long.class), List.of())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<Long, List<Team.Course>> courses(List<Long> persons) {
        Map<Long, List<Team.Course>> found = new HashMap<>();
        if (persons.isEmpty()) {
            return found;
        }
        List<Tuple> rows = asked(COURSES)
                .setParameter("persons", persons)
                .setParameter("day", today())
                .setParameter("now", now)
                .getResultList();
        rows.forEach(row -> found.computeIfAbsent(row.get(0, Long.class), person -> new ArrayList<>())
                .add(new Team.Course(
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class),
                        row.get(4, Instant.class),
                        where(row, 5),
                        EnrolmentState.valueOf(row.get(7, String.class)),
                        row.get(8, Boolean.class))));
        return found;
    }

    @SuppressWarnings("unchecked")
    List<Team.Reserved> reserved() {
        List<Tuple> rows = asked(RESERVED).getResultList();
        return rows.stream()
                .map(row -> new Team.Reserved(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class),
                        profession(row.get(4, String.class)),
                        row.get(5, Instant.class)))
                .toList();
    }

    /** Those that are open for enrolling and still to come, the first first. */
    @SuppressWarnings("unchecked")
    List<TeamChoice> choices(String q) {
        List<String> patterns = SearchText.patterns(q);
        StringBuilder where = new StringBuilder(OPEN);
        for (int i = 0; i < patterns.size(); i++) {
            where.append(" and d.search_text like :word").append(i).append(" escape '!'");
        }
        Query query = asked(CHOICES + where + " order by d.starts_at, d.id").setParameter("now", now);
        for (int i = 0; i < patterns.size(); i++) {
            query.setParameter("word" + i, patterns.get(i));
        }
        List<Tuple> rows = query.setMaxResults(MOST_COURSES).getResultList();
        return rows.stream().map(TeamTable::choice).toList();
    }

    /** One that is no draft, with who could come. */
    @SuppressWarnings("unchecked")
    Optional<TeamCourse> course(UUID edition) {
        List<Tuple> rows = asked(CHOICES + "d.uuid = :uuid and d.published_at is not null")
                .setParameter("uuid", edition)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new TeamCourse(
                        choice(row),
                        row.get(10, Instant.class),
                        row.get(11, String.class),
                        colleagues(row.get(12, Long.class), row.get(13, Long.class))));
    }

    private List<TeamCourse.Colleague> colleagues(Long edition, Long course) {
        return people(edition, course).stream().map(TeamTable::colleague).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> people(Long edition, Long course) {
        return asked(COLLEAGUES)
                .setParameter("day", today())
                .setParameter("edition", edition)
                .setParameter("course", course)
                .setMaxResults(MOST_PEOPLE)
                .getResultList();
    }

    /** The same with what a list may name them by; empty when there is no such edition. */
    @SuppressWarnings("unchecked")
    Optional<List<TeamNames.Known>> known(UUID edition) {
        List<Tuple> rows = asked(CHOICES + "d.uuid = :uuid and d.published_at is not null")
                .setParameter("uuid", edition)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> people(row.get(12, Long.class), row.get(13, Long.class)).stream()
                        .map(person -> new TeamNames.Known(
                                colleague(person),
                                person.get(5, String.class),
                                person.get(6, String.class),
                                person.get(7, String.class)))
                        .toList());
    }

    private static TeamCourse.Colleague colleague(Tuple row) {
        return new TeamCourse.Colleague(
                row.get(0, UUID.class),
                row.get(1, String.class),
                profession(row.get(2, String.class)),
                row.get(3, Boolean.class),
                row.get(4, Boolean.class));
    }

    private Query asked(String text) {
        return em.createNativeQuery(text, Tuple.class).setParameter("practice", practice);
    }

    private LocalDate today() {
        return AmsterdamTime.toLocal(now).toLocalDate();
    }

    private static TeamChoice choice(Tuple row) {
        return new TeamChoice(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, Instant.class),
                where(row, 5),
                row.get(7, Integer.class),
                row.get(8, Boolean.class),
                row.get(9, Boolean.class));
    }

    private static String where(Tuple row, int location) {
        return TextParts.joined(", ", row.get(location, String.class), row.get(location + 1, String.class));
    }

    private static Profession profession(String name) {
        return name == null ? null : Profession.valueOf(name);
    }
}
