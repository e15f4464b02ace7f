package nl.kring.crm.attendance.past;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/**
 * Takes over what is new of a file, each kind of thing in one statement. Editions are archived from the start: all that had to be done
 * for them was done elsewhere, so that nothing of them is closed, mailed, evaluated or invoiced here.
 */
class PastWriting {

    private static final String NEW = "r.import_id = :import and r.outcome = 'NEW'";

    private static final String COURSES = """
            with wanted as materialized (
              select nextval('crm.entity_seq') as id, c.*
                from (select distinct on (r.course_key) r.course_key, r.title, r.number
                        from crm.past_reading r
                       where %s and not exists (select 1 from crm.past_thing t
                                                 where t.organisation_id = :organisation and t.kind = 'COURSE'
                                                   and t.source_key = r.course_key)
                       order by r.course_key, r.number) c),
            made as (
              insert into crm.course (id, uuid, organiser_id, title, kind, created_at)
              select id, gen_random_uuid(), :organisation, title, 'TRAINING', :now from wanted)
            insert into crm.past_thing (import_id, organisation_id, kind, source_key, thing_id, row_number)
            select :import, :organisation, 'COURSE', course_key, id, number from wanted""".formatted(NEW);

    private static final String EDITIONS = """
            with wanted as materialized (
              select nextval('crm.entity_seq') as id, c.*
                from (select distinct on (r.edition_key) r.*, k.thing_id as course_id
                        from crm.past_reading r
                        join crm.past_thing k on k.organisation_id = :organisation and k.kind = 'COURSE' and k.source_key = r.course_key
                       where %s and not exists (select 1 from crm.past_thing t
                                                 where t.organisation_id = :organisation and t.kind = 'EDITION'
                                                   and t.source_key = r.edition_key)
                       order by r.edition_key, r.number) c),
            made as (
              insert into crm.edition (id, uuid, course_id, state, location, place, waiting_list, starts_at, ends_at, published_at,
                                       created_at, search_text)
              select id, gen_random_uuid(), course_id, 'ARCHIVED', location, place, false, starts_at, ends_at, starts_at, :now,
                     search_text
                from wanted),
            sessions as (
              insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), id, 1, starts_at, ends_at from wanted),
            seats as (
              insert into crm.seat_count (edition_id, capacity, taken) select id, 0, 0 from wanted)
            insert into crm.past_thing (import_id, organisation_id, kind, source_key, thing_id, row_number)
            select :import, :organisation, 'EDITION', edition_key, id, number from wanted""".formatted(NEW);

    private static final String ENROLMENTS = """
            with wanted as materialized (
              select nextval('crm.entity_seq') as id, r.number, r.presence, r.starts_at, r.ends_at, t.thing_id as edition_id,
                     x.person_id, r.edition_key || '|' || p.uuid as source_key
                from crm.past_reading r
                join crm.past_person x on x.import_id = r.import_id and x.who = r.who
                join crm.person p on p.id = x.person_id
                join crm.past_thing t on t.organisation_id = :organisation and t.kind = 'EDITION' and t.source_key = r.edition_key
               where %s),
            made as (
              insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at, confirmed_at, cancelled_at,
                                         account_id)
              select id, gen_random_uuid(), edition_id, person_id, presence, 0, starts_at,
                     case when presence <> 'CANCELLED' then starts_at end, case when presence = 'CANCELLED' then starts_at end,
                     cast(:account as bigint)
                from wanted),
            there as (
              insert into crm.attendance (id, uuid, enrolment_id, session_id, present, recorded_at, account_id)
              select nextval('crm.entity_seq'), gen_random_uuid(), w.id, s.id, w.presence <> 'NO_SHOW', w.ends_at,
                     cast(:account as bigint)
                from wanted w join crm.session s on s.edition_id = w.edition_id
               where w.presence <> 'CANCELLED')
            insert into crm.past_thing (import_id, organisation_id, kind, source_key, thing_id, row_number)
            select :import, :organisation, 'ENROLMENT', source_key, id, number from wanted""".formatted(NEW);

    private static final String SEATS = """
            update crm.seat_count c set taken = n.taken, capacity = n.taken
              from (select e.edition_id, count(*) filter (where e.state <> 'CANCELLED') as taken
                      from crm.enrolment e
                     where e.edition_id in (select t.thing_id from crm.past_thing t
                                             where t.organisation_id = :organisation and t.kind = 'EDITION'
                                               and t.source_key in (select r.edition_key from crm.past_reading r where %s))
                     group by e.edition_id) n
             where c.edition_id = n.edition_id and c.capacity < n.taken""".formatted(NEW);

    /** Points are taken over as they stood, once for an enrolment and a register, also when they come with a later file. */
    private static final String CREDITS = """
            insert into crm.credit_entry (person_id, scheme_code, register_number, source, category, points, earned_on, title,
                                          organiser, import_key, entered_at, account_id)
            select e.person_id, s.code, case when s.person_identifier = 'BIG' then p.big end, 'IMPORT', s.usual_category,
                   cast(split_part(g.given, '=', 2) as numeric), cast(r.ends_at at time zone 'Europe/Amsterdam' as date), r.title, o.name,
                   'past:' || e.uuid || ':' || s.code, :now, cast(:account as bigint)
              from crm.past_reading r
              join crm.past_person x on x.import_id = r.import_id and x.who = r.who
              join crm.past_thing t on t.organisation_id = :organisation and t.kind = 'EDITION' and t.source_key = r.edition_key
              join crm.enrolment e on e.edition_id = t.thing_id and e.person_id = x.person_id
              join crm.past_thing n on n.organisation_id = :organisation and n.kind = 'ENROLMENT' and n.thing_id = e.id
              join crm.person p on p.id = e.person_id
              join crm.organisation o on o.id = :organisation
             cross join lateral string_to_table(r.points, ';') as g (given)
              join crm.scheme s on s.code = split_part(g.given, '=', 1) and s.usual_category is not null
             where r.import_id = :import and r.outcome in ('NEW', 'KNOWN', 'TAKEN') and r.points is not null
               and r.presence in ('ATTENDED', 'PARTIAL')
                on conflict (import_key) where import_key is not null and corrects_id is null do nothing""";

    private static final String DONE = "update crm.past_reading r set outcome = 'TAKEN' where " + NEW;

    private final EntityManager em;
    private final PastImport from;
    private final Instant now;

    PastWriting(EntityManager em, PastImport from, Instant now) {
        this.em = em;
        this.from = from;
        this.now = now;
    }

    /** Courses, editions, who was there and their points; gives how many enrolments are new. */
    int participations() {
        write(COURSES);
        write(EDITIONS);
        int enrolments = write(ENROLMENTS);
        write(SEATS);
        write(CREDITS);
        return enrolments;
    }

    void done() {
        write(DONE);
    }

    private int write(String sql) {
        Query query = em.createNativeQuery(sql).setParameter("import", from.getId());
        for (Object[] each : List.of(
                new Object[] {"organisation", from.getOrganisationId()},
                new Object[] {"account", from.getAccountId()},
                new Object[] {"now", now})) {
            if (sql.contains(":" + each[0])) {
                query.setParameter((String) each[0], each[1]);
            }
        }
        return query.executeUpdate();
    }
}
