package nl.kring.crm.agenda.venue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Editions and their venues in the database: what the times are, what happened, who eats what. */
class VenueTable {

    /** All sessions of an edition as a set of ranges. */
    private static final String TIMES =
            "(select range_agg(tstzrange(s.starts_at, s.ends_at)) from crm.session s where s.edition_id = %s)";

    private static final String ALIVE = "b.state in ('REQUESTED', 'OPTION', 'CONFIRMED')";

    private final EntityManager em;
    private final Instant now;

    VenueTable(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** Writes that a venue is asked for the sessions as they are; answers whether it was not before. */
    boolean request(Long edition, Long venue) {
        return em.createNativeQuery("""
                        insert into crm.venue_booking (id, uuid, venue_id, edition_id, state, asked_for, made_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), :venue, :edition, 'REQUESTED', %s, :now)
                            on conflict do nothing""".formatted(TIMES.formatted(":edition")))
                        .setParameter("venue", venue)
                        .setParameter("edition", edition)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** From now on it is asked for the sessions as they are. */
    void askedAgain(Long booking) {
        em.createNativeQuery("update crm.venue_booking b set asked_for = %s where b.id = :booking"
                        .formatted(TIMES.formatted("b.edition_id")))
                .setParameter("booking", booking)
                .executeUpdate();
    }

    /** What is alive and was asked for other times is to be asked again; answers which were not before. */
    List<Marked> otherTimes(Long edition) {
        return mark(edition, "ASK_AGAIN", "b.asked_for <> " + TIMES.formatted("b.edition_id"));
    }

    /** What is alive is to be called off. */
    List<Marked> cancelled(Long edition) {
        return mark(edition, "CALL_OFF", "true");
    }

    /** A venue that something is to be done with, for a task. */
    record Marked(Long booking, String venue, String title, Long organiserId, UUID edition) {}

    @SuppressWarnings("unchecked")
    private List<Marked> mark(Long edition, String toDo, String which) {
        List<Tuple> rows = em.createNativeQuery("""
                        update crm.venue_booking b set to_do = :toDo, version = b.version + 1
                          from crm.venue v, crm.edition e, crm.course c
                         where b.edition_id = :edition and %s and b.to_do is distinct from :toDo and %s
                           and v.id = b.venue_id and e.id = b.edition_id and c.id = e.course_id
                        returning b.id, v.name, c.title, c.organiser_id, e.uuid""".formatted(ALIVE, which), Tuple.class)
                .setParameter("toDo", toDo)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new Marked(
                        ((Number) row.get(0)).longValue(),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        ((Number) row.get(3)).longValue(),
                        row.get(4, UUID.class)))
                .toList();
    }

    void note(Long booking, String happened, String note, Long account) {
        em.createNativeQuery("""
                        insert into crm.venue_event (id, uuid, booking_id, happened, note, account_id, at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), :booking, :happened, :note, :account, :now)""")
                .setParameter("booking", booking)
                .setParameter("happened", happened)
                .setParameter("note", note)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** What happened with each venue of an edition, in order, by the number of the booking. */
    @SuppressWarnings("unchecked")
    Map<Long, List<VenueBookingLine.Event>> events(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select v.booking_id, v.at, v.happened, v.note, a.display_name
                          from crm.venue_event v
                          join crm.venue_booking b on b.id = v.booking_id
                          left join crm.account a on a.id = v.account_id
                         where b.edition_id = :edition
                         order by v.at, v.id""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row.get(0)).longValue(),
                        Collectors.mapping(
                                row -> new VenueBookingLine.Event(
                                        row.get(1, Instant.class),
                                        row.get(2, String.class),
                                        row.get(3, String.class),
                                        row.get(4, String.class)),
                                Collectors.toList())));
    }

    /** The diets for each venue of an edition, by the number of the booking. */
    @SuppressWarnings("unchecked")
    Map<Long, List<Diet>> diets(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select d.booking_id, d.diet, d.persons
                          from crm.venue_diet d join crm.venue_booking b on b.id = d.booking_id
                         where b.edition_id = :edition
                         order by d.booking_id, d.position""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row.get(0)).longValue(),
                        Collectors.mapping(
                                row -> new Diet(row.get(1, String.class), row.get(2, Integer.class)),
                                Collectors.toList())));
    }

    void setDiets(Long booking, List<Diet> diets) {
        em.createNativeQuery("delete from crm.venue_diet where booking_id = :booking")
                .setParameter("booking", booking)
                .executeUpdate();
        em.createNativeQuery("""
                        insert into crm.venue_diet (booking_id, position, diet, persons)
                        select :booking, t.position, t.diet, t.persons
                          from unnest(cast(:diets as text[]), cast(:persons as integer[]))
                               with ordinality t (diet, persons, position)""")
                .setParameter("booking", booking)
                .setParameter("diets", diets.stream().map(Diet::diet).toArray(String[]::new))
                .setParameter("persons", diets.stream().map(Diet::persons).toArray(Integer[]::new))
                .executeUpdate();
    }

    /** Forgets what was eaten at editions that were over by a moment. */
    void forget(Instant overBefore) {
        em.createNativeQuery("""
                        delete from crm.venue_diet d using crm.venue_booking b, crm.edition e
                         where b.id = d.booking_id and e.id = b.edition_id and e.ends_at < :before""").setParameter("before", overBefore).executeUpdate();
        em.createNativeQuery("""
                        update crm.venue_booking b set diet_notes = null, version = b.version + 1
                          from crm.edition e
                         where e.id = b.edition_id and e.ends_at < :before and b.diet_notes is not null""").setParameter("before", overBefore).executeUpdate();
    }
}
