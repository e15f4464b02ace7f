package nl.kring.crm.accreditation.request;

import static nl.kring.crm.accreditation.request.RequestTable.day;
import static nl.kring.crm.accreditation.request.RequestTable.rows;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What a course and one of its editions say, to bodies and at registers. */
final class CourseTable {

    private static final String SAID = """
            select c.title, c.summary, o.name as organiser, p.objectives, p.prerequisites, p.materials, e.place, n.capacity,
                   (select coalesce(string_agg(a.profession, ',' order by a.profession), '') from crm.course_audience a
                     where a.course_id = c.id) as audience,
                   (select coalesce(string_agg(coalesce(v.name, q.display_name), chr(10) order by v.position), '')
                      from crm.course_speaker v left join crm.person q on q.id = v.person_id where v.profile_id = p.id) as speakers,
                   (select coalesce(string_agg(w.name, chr(10) order by w.position), '') from crm.course_sponsor w
                     where w.profile_id = p.id) as sponsors
              from crm.edition e
              join crm.course c on c.id = e.course_id
              join crm.organisation o on o.id = c.organiser_id
              left join crm.seat_count n on n.edition_id = e.id
              left join crm.course_profile p on p.course_id = c.id
             where e.id = :edition""";

    private static final String ANNOUNCEMENTS = """
            select q.scheme_code, s.name, cast(a.held_on as text) as held_on, a.number,
                   a.held_on is not null and a.held_on <> :day as other_day
              from (select distinct r.scheme_code from crm.accreditation_request r
                     where r.course_id = :course and r.state = 'GRANTED' and r.course_type in ('MEETINGS', 'WHOLE')) as q
              join crm.scheme s on s.code = q.scheme_code
              left join crm.accreditation_announcement a on a.scheme_code = q.scheme_code and a.edition_id = :edition
             order by s.position""";

    private static final String MEETINGS = """
            select t.uuid, q.scheme_code, t.starts_at, m.number
              from (select distinct r.scheme_code from crm.accreditation_request r
                     where r.course_id = :course and r.state = 'GRANTED' and r.course_type = 'MEETINGS') as q
              join crm.scheme s on s.code = q.scheme_code
             cross join crm.session t
              left join crm.accreditation_meeting m on m.session_id = t.id and m.scheme_code = q.scheme_code
             where t.edition_id = :edition
             order by s.position, t.position, t.starts_at""";

    private final EntityManager em;

    CourseTable(EntityManager em) {
        this.em = em;
    }

    CourseSaid said(ManagedEdition edition) {
        List<CourseSaid.Part> programme =
                rows(em.createNativeQuery("""
                                select title, starts_at, ends_at from crm.session where edition_id = :edition
                                 order by position, starts_at""", Tuple.class).setParameter("edition", edition.id())).stream()
                        .map(row -> new CourseSaid.Part(
                                row.get(0, String.class), row.get(1, Instant.class), row.get(2, Instant.class)))
                        .toList();
        Tuple row = rows(em.createNativeQuery(SAID, Tuple.class).setParameter("edition", edition.id()))
                .get(0);
        Integer capacity = row.get("capacity", Integer.class);
        return new CourseSaid(
                row.get("title", String.class),
                row.get("summary", String.class),
                row.get("organiser", String.class),
                row.get("objectives", String.class),
                row.get("prerequisites", String.class),
                row.get("materials", String.class),
                parts(row, "audience", ","),
                row.get("place", String.class),
                capacity == null ? 0 : capacity,
                programme,
                parts(row, "speakers", "\n"),
                parts(row, "sponsors", "\n"));
    }

    private static List<String> parts(Tuple row, String column, String between) {
        String all = row.get(column, String.class);
        return all.isEmpty() ? List.of() : Arrays.asList(all.split(between));
    }

    DossierTexts texts(Long course) {
        List<Tuple> found = rows(em.createNativeQuery("""
                        select need, didactics, competences, assessment, literature from crm.accreditation_dossier
                         where course_id = :course""", Tuple.class).setParameter("course", course));
        return found.isEmpty()
                ? DossierTexts.NONE
                : new DossierTexts(
                        found.get(0).get(0, String.class),
                        found.get(0).get(1, String.class),
                        found.get(0).get(2, String.class),
                        found.get(0).get(3, String.class),
                        found.get(0).get(4, String.class));
    }

    void keep(Long course, DossierTexts texts) {
        em.createNativeQuery("""
                        insert into crm.accreditation_dossier (course_id, need, didactics, competences, assessment, literature)
                        values (:course, :need, :didactics, :competences, :assessment, :literature)
                        on conflict (course_id) do update
                           set need = excluded.need, didactics = excluded.didactics, competences = excluded.competences,
                               assessment = excluded.assessment, literature = excluded.literature""")
                .setParameter("course", course)
                .setParameter("need", texts.need())
                .setParameter("didactics", texts.didactics())
                .setParameter("competences", texts.competences())
                .setParameter("assessment", texts.assessment())
                .setParameter("literature", texts.literature())
                .executeUpdate();
    }

    /** The registers at which the edition has to be announced, and whether it was. */
    List<AccreditationPage.Announcement> announcements(ManagedEdition edition) {
        return rows(of(edition, em.createNativeQuery(ANNOUNCEMENTS, Tuple.class))
                        .setParameter("day", edition.firstDay()))
                .stream()
                .map(row -> new AccreditationPage.Announcement(
                        row.get("scheme_code", String.class),
                        row.get("name", String.class),
                        day(row, "held_on"),
                        row.get("number", String.class),
                        row.get("other_day", Boolean.class)))
                .toList();
    }

    List<AccreditationPage.Meeting> meetings(ManagedEdition edition) {
        return rows(of(edition, em.createNativeQuery(MEETINGS, Tuple.class))).stream()
                .map(row -> new AccreditationPage.Meeting(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, Instant.class),
                        row.get(3, String.class)))
                .toList();
    }

    private static Query of(ManagedEdition edition, Query query) {
        return query.setParameter("edition", edition.id()).setParameter("course", edition.courseId());
    }

    /** Keeps for which day, and under which number; gives what its task was before. */
    void announce(ManagedEdition edition, String scheme, String number, Long task, Long account, Instant now) {
        em.createNativeQuery("""
                        insert into crm.accreditation_announcement as known
                               (edition_id, scheme_code, held_on, number, announced_at, account_id, task_id)
                        values (:edition, :scheme, :day, :number, :now, cast(:account as bigint), cast(:task as bigint))
                        on conflict (edition_id, scheme_code) do update
                           set held_on = excluded.held_on, number = excluded.number, announced_at = excluded.announced_at,
                               account_id = excluded.account_id, task_id = coalesce(known.task_id, excluded.task_id)""")
                .setParameter("edition", edition.id())
                .setParameter("scheme", scheme)
                .setParameter("day", edition.firstDay())
                .setParameter("number", number)
                .setParameter("now", now)
                .setParameter("account", account)
                .setParameter("task", task)
                .executeUpdate();
    }

    int withdraw(Long edition, String scheme) {
        return em.createNativeQuery(
                        "delete from crm.accreditation_announcement where edition_id = :edition and scheme_code = :scheme")
                .setParameter("edition", edition)
                .setParameter("scheme", scheme)
                .executeUpdate();
    }

    /** The number of the task that reminds of the attendance of an edition at a register; null when it has none. */
    Long task(Long edition, String scheme) {
        List<Tuple> found = rows(em.createNativeQuery("""
                        select task_id from crm.accreditation_announcement
                         where edition_id = :edition and scheme_code = :scheme""", Tuple.class)
                .setParameter("edition", edition)
                .setParameter("scheme", scheme));
        return found.isEmpty() ? null : found.get(0).get(0, Long.class);
    }

    /** The number of a session there; nothing takes it away. */
    int name(Long edition, UUID session, String scheme, String number) {
        return em.createNativeQuery(number == null ? """
                                delete from crm.accreditation_meeting m using crm.session t
                                 where t.id = m.session_id and t.uuid = :session and t.edition_id = :edition
                                   and m.scheme_code = :scheme and cast(:number as text) is null""" : """
                                insert into crm.accreditation_meeting (session_id, scheme_code, number)
                                select t.id, :scheme, :number from crm.session t
                                 where t.uuid = :session and t.edition_id = :edition
                                on conflict (session_id, scheme_code) do update set number = excluded.number""")
                .setParameter("edition", edition)
                .setParameter("session", session)
                .setParameter("scheme", scheme)
                .setParameter("number", number)
                .executeUpdate();
    }

    /** The tasks of an edition, and how many days from its first or last day each is due. */
    List<Tuple> tasks(Long edition, Long course) {
        return rows(em.createNativeQuery("""
                        select r.task_id, -r.lead_days as days, true as before_it from crm.accreditation_request r
                          join crm.task t on t.id = r.task_id
                          join crm.edition e on e.uuid = t.subject_uuid and e.id = :edition
                         where r.course_id = :course
                        union all
                        select a.task_id, r.attendance_days, false from crm.accreditation_announcement a
                          join crm.accreditation_request r on r.course_id = :course and r.scheme_code = a.scheme_code
                                                          and r.state = 'GRANTED'
                         where a.edition_id = :edition and a.task_id is not null""", Tuple.class)
                .setParameter("edition", edition)
                .setParameter("course", course));
    }
}
