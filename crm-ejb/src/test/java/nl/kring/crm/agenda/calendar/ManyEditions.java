package nl.kring.crm.agenda.calendar;

import java.util.List;
import nl.kring.crm.agenda.AgendaDatabase;

/** As many editions as are wanted in the agenda, with points and an audience, put down in no order, many at one moment. */
public final class ManyEditions {

    private ManyEditions() {}

    static void fill(AgendaDatabase database, int number) {
        database.change(em -> statements("2026-10-01", number)
                .forEach(statement -> em.createNativeQuery(statement).executeUpdate()));
    }

    /** What makes them, within one transaction; they start in the four hundred days from this one on. */
    public static List<String> statements(String firstDay, int number) {
        return List.of(
                """
                create temporary table made on commit drop as
                select nextval('crm.entity_seq') as course, nextval('crm.entity_seq') as edition,
                       timestamptz '%s 17:00Z' + (n * 7919 %% 400) * interval '1 day' as starts, n,
                       (select array_agg(id order by id) from crm.organisation where participant) as organisers
                  from generate_series(1, %d) n
                 order by md5(n::text)""".formatted(firstDay, number).replace("n::text", "cast(n as text)"), """
                insert into crm.course (id, uuid, organiser_id, title, summary, kind, created_at)
                select course, gen_random_uuid(), organisers[1 + n % cardinality(organisers)], 'Meetcursus nummer ' || n,
                       'Wat men er leert, in een zin of twee.', 'SKILLS', now()
                  from made""", """
                insert into crm.course_audience (course_id, profession)
                select course, case n % 3 when 0 then 'GP' when 1 then 'PN_SOMATIC' else 'DOCTORS_ASSISTANT' end from made
                 where n % 5 > 0""", """
                insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                select nextval('crm.entity_seq'), gen_random_uuid(), course, scheme, 2
                  from made, unnest(array['RGS-HA', 'NVVPO-KR', 'KABIZ-DA']) with ordinality as given (scheme, place)
                 where place <= 1 + n % 3""", """
                insert into crm.edition (id, uuid, course_id, state, location, place, price_cents, starts_at, ends_at, published_at,
                                         created_at, search_text)
                select edition, gen_random_uuid(), course, 'OPEN', 'De Demozaal',
                       (array['Almelo', 'Hengelo', 'Enschede', 'Goor'])[1 + n % 4], 4500, starts, starts + interval '3 hours',
                       now(), now(), 'meetcursus nummer ' || n
                  from made""", """
                insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), edition, 1, starts, starts + interval '3 hours' from made""", """
                insert into crm.seat_count (edition_id, capacity, taken) select edition, 20, n % 20 from made""");
    }
}
