package nl.kring.crm.agenda.calendar;

import nl.kring.crm.agenda.AgendaDatabase;

/** As many published editions as are wanted, starting in no order and many at the same moment. */
final class ManyEditions {

    private ManyEditions() {}

    static void fill(AgendaDatabase database, int number) {
        database.change(em -> {
            em.createNativeQuery("select setseed(0.42)").getResultList();
            em.createNativeQuery("""
                            create temporary table made on commit drop as
                            select nextval('crm.entity_seq') as course, nextval('crm.entity_seq') as edition,
                                   timestamptz '2026-10-01 17:00Z' + floor(random() * 400) * interval '1 day' as starts, n
                              from generate_series(1, :number) n
                             order by random()""")
                    .setParameter("number", number)
                    .executeUpdate();
            em.createNativeQuery("""
                            insert into crm.course (id, uuid, organiser_id, title, kind, created_at)
                            select course, gen_random_uuid(), (select min(id) from crm.organisation where participant),
                                   'Cursus ' || n, 'SKILLS', now()
                              from made""").executeUpdate();
            em.createNativeQuery("""
                            insert into crm.edition (id, uuid, course_id, state, place, starts_at, ends_at, published_at,
                                                     created_at, search_text)
                            select edition, gen_random_uuid(), course, 'PUBLISHED', 'Almelo', starts,
                                   starts + interval '3 hours', now(), now(), 'cursus ' || n
                              from made""").executeUpdate();
            em.createNativeQuery("""
                            insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)
                            select nextval('crm.entity_seq'), gen_random_uuid(), edition, 1, starts, starts + interval '3 hours'
                              from made""").executeUpdate();
            em.createNativeQuery("insert into crm.seat_count (edition_id, capacity) select edition, 20 from made")
                    .executeUpdate();
        });
    }
}
