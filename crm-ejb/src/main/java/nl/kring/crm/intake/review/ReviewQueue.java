package nl.kring.crm.intake.review;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.KnownTo;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The open items that somebody may decide, and who is looking at which. */
class ReviewQueue {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final Duration LATER = Duration.ofDays(7);

    /** Who asks: an account, for an organisation (0 for none), perhaps for the whole platform. */
    record Asker(Long account, Long organisation, boolean all) {}

    /**
     * An item with the two that its persons are now.
     *
     * @param free nobody else is looking at it
     */
    record Item(
            Long id,
            UUID uuid,
            String state,
            Long oneId,
            Long otherId,
            UUID one,
            UUID other,
            String name,
            String otherName,
            double score,
            String modelVersion,
            boolean oneRegister,
            List<String> evidence,
            boolean free) {}

    /** Who the two of each open item are now; worked out first, whatever else is asked. */
    private static final String NOW = """
            with now_are as materialized (
              select i.id as item_id,
                     case when p.merged_into_id is null then p.id else crm.survivor_of(p.id) end as one_id,
                     case when q.merged_into_id is null then q.id else crm.survivor_of(q.id) end as other_id
                from crm.review_item i
                join crm.person p on p.id = i.one_id
                join crm.person q on q.id = i.other_id
               where %s)
            """;

    private static final String COLUMNS = """
            select i.id, i.uuid, i.state, a.id as one_id, b.id as other_id, a.uuid as one, b.uuid as other,
                   a.display_name as name, b.display_name as other_name, i.score, i.model_version, i.one_register, i.evidence,
                   i.taken_until is null or i.taken_until <= :now or i.taken_by = :account as free
            """;

    private static final String ITEMS = """
              from now_are n
              join crm.review_item i on i.id = n.item_id
              join crm.person a on a.id = n.one_id
              join crm.person b on b.id = n.other_id
            """;

    /** Known to the organisation that asks. */
    private static final String MINE = " (:all or exists (select 1 from (" + KnownTo.ORGANISATION
            + ") k where k.person_id in (n.one_id, n.other_id)))";

    private static final String OPEN = """
             where i.state = 'OPEN'
               and not exists (select 1 from crm.review_later l
                                where l.item_id = i.id and l.organisation_id = :organisation and l.until > :now)
               and""" + MINE + """

               and (not :own or exists (select 1 from crm.source_record r
                                         where r.person_id in (n.one_id, n.other_id) and r.organisation_id = :organisation))
               and (cast(:register as text) is null
                    or crm.stands_in(n.one_id, :register) and crm.stands_in(n.other_id, coalesce(cast(:other as text), ''))
                    or crm.stands_in(n.other_id, :register) and crm.stands_in(n.one_id, coalesce(cast(:other as text), '')))
               and (cast(:sample as text) is null
                    or i.id in (select x.item_id from crm.review_sample_item x join crm.review_sample y on y.id = x.sample_id
                                 where cast(y.uuid as text) = :sample))
            """;

    /** Doubt times size: a pair of much that may well be either comes first. */
    private static final String ORDER = """
             (select count(*) from crm.source_record r where r.person_id in (n.one_id, n.other_id)) / (1 + abs(i.score)) desc, i.id""";

    private static final String ALL_OPEN = NOW.formatted("i.state = 'OPEN'");

    private final EntityManager em;
    private final Instant now;
    private final Asker asker;

    private ReviewQueue(EntityManager em, Instant now, Asker asker) {
        this.em = em;
        this.now = now;
        this.asker = asker;
    }

    /** For the caller, who acts for an organisation or looks after the platform. */
    static ReviewQueue of(EntityManager em, Instant now, CurrentUser caller) {
        boolean all = caller.has(Role.PLATFORM_ADMIN);
        Long organisation = all && caller.organisationId() == null ? Long.valueOf(0) : caller.requireOrganisation();
        return new ReviewQueue(em, now, new Asker(caller.accountId(), organisation, all));
    }

    long count(ReviewQuery query) {
        return ((Number) asked("select count(*)" + ITEMS + OPEN, query).getSingleResult()).longValue();
    }

    List<Item> first(ReviewQuery query, int most) {
        return items(ask(COLUMNS + ITEMS + OPEN + " order by" + ORDER, query).setMaxResults(most));
    }

    /** All at least so sure that were there then and that nobody else is looking at; nobody else gets them meanwhile. */
    List<Item> above(double threshold, Instant foundBefore) {
        return items(ask(COLUMNS + ITEMS + OPEN + """
                                 and i.score >= :threshold and i.found_at <= :before
                                 and (i.taken_until is null or i.taken_until <= :now or i.taken_by = :account)
                               order by i.score desc, i.id for update of i skip locked""", ReviewQuery.ALL)
                .setParameter("threshold", threshold)
                .setParameter("before", foundBefore));
    }

    /** Takes the first for a while; what the asker holds already comes before the rest, and what else he holds is let go. */
    Item take(ReviewQuery query) {
        List<Item> found =
                items(ask(COLUMNS + ITEMS + OPEN + """
                         and (i.taken_until is null or i.taken_until <= :now or i.taken_by = :account)
                       order by coalesce(i.taken_by = :account and i.taken_until > :now, false) desc,""" + ORDER + " limit 1 for update of i skip locked", query));
        Item item = found.isEmpty() ? null : found.get(0);
        release(item == null ? -1 : item.id());
        if (item != null) {
            hold(item.id());
        }
        return item;
    }

    void hold(Long item) {
        em.createNativeQuery("update crm.review_item set taken_by = :account, taken_until = :until where id = :item")
                .setParameter("account", asker.account())
                .setParameter("until", now.plus(HELD))
                .setParameter("item", item)
                .executeUpdate();
    }

    /** Lets go of everything but that one. */
    void release(long except) {
        em.createNativeQuery("""
                        update crm.review_item set taken_by = null, taken_until = null
                         where taken_by = :account and id <> :except""")
                .setParameter("account", asker.account())
                .setParameter("except", except)
                .executeUpdate();
    }

    /**
     * One that the asker may see, open or not; null when there is none. Nobody else decides it meanwhile. Whoever merges locks
     * the persons before the questions about them, and so does this.
     */
    Item locked(UUID uuid) {
        em.createNativeQuery("""
                        select p.id from crm.person p
                         where p.id in (select crm.survivor_of(w.id)
                                          from crm.review_item i cross join lateral (values (i.one_id), (i.other_id)) w (id)
                                         where i.uuid = :uuid)
                         order by p.id for update""").setParameter("uuid", uuid).getResultList();
        List<Item> found = items(em.createNativeQuery(
                        NOW.formatted("i.uuid = :uuid") + COLUMNS + ITEMS + " where" + MINE + " for update of i")
                .setParameter("uuid", uuid)
                .setParameter("now", now)
                .setParameter("account", asker.account())
                .setParameter("all", asker.all())
                .setParameter("organisation", asker.organisation())
                .setParameter("today", today()));
        return found.isEmpty() ? null : found.get(0);
    }

    void later(Long item) {
        em.createNativeQuery("""
                        insert into crm.review_later (item_id, organisation_id, until) values (:item, :organisation, :until)
                            on conflict (item_id, organisation_id) do update set until = excluded.until""")
                .setParameter("item", item)
                .setParameter("organisation", asker.organisation())
                .setParameter("until", now.plus(LATER))
                .executeUpdate();
    }

    private Query ask(String sql, ReviewQuery query) {
        return asked(sql, query).setParameter("account", asker.account());
    }

    private Query asked(String sql, ReviewQuery query) {
        return em.createNativeQuery(ALL_OPEN + sql)
                .setParameter("now", now)
                .setParameter("all", asker.all())
                .setParameter("organisation", asker.organisation())
                .setParameter("today", today())
                .setParameter("own", query.own())
                .setParameter("register", query.register())
                .setParameter("other", query.other())
                .setParameter(
                        "sample", query.sample() == null ? null : query.sample().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, SystemClock.AMSTERDAM);
    }

    @SuppressWarnings("unchecked")
    private static List<Item> items(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Item(
                        ((Number) row[0]).longValue(),
                        (UUID) row[1],
                        (String) row[2],
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue(),
                        (UUID) row[5],
                        (UUID) row[6],
                        (String) row[7],
                        (String) row[8],
                        ((Number) row[9]).doubleValue(),
                        (String) row[10],
                        (Boolean) row[11],
                        List.of((String[]) row[12]),
                        (Boolean) row[13]))
                .toList();
    }
}
