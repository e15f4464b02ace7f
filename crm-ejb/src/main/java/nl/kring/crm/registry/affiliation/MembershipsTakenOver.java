package nl.kring.crm.registry.affiliation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Memberships of before, of however many persons at once. For the job of a component that has asked who may take over what for which
 * organisation; nobody is signed in then.
 */
@Stateless
public class MembershipsTakenOver {

    private static final String TAKE = """
            with wanted as materialized (
              select nextval('crm.entity_seq') as id, w.*
                from unnest(cast(:places as integer[]), cast(:persons as bigint[]), cast(:organisations as bigint[]),
                            cast(:kinds as text[]), cast(:numbers as text[]), cast(cast(:froms as text[]) as date[]),
                            cast(cast(:tos as text[]) as date[])) as w (place, person, organisation, kind, number, valid_from, valid_to)),
            made as (
              insert into crm.membership (id, uuid, person_id, organisation_id, kind, number, valid_from, valid_to, said_by_id, account_id,
                                          created_at)
              select id, gen_random_uuid(), person, organisation, kind, number, valid_from, valid_to, :saidBy, cast(:account as bigint), :now
                from wanted
                  on conflict do nothing
              returning id)
            select w.place, w.id from wanted w join made m on m.id = w.id""";

    private static final String TAKE_BACK = """
            with gone as (
              update crm.membership m set withdrawn_at = :now, version = m.version + 1
               where m.id = any (:ids) and m.version = 0 and m.withdrawn_at is null
              returning m.id)
            select g.id from gone g""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** One of somebody, as it was kept before. */
    public record TakenOver(
            Long person, Long organisation, MembershipKind kind, String number, LocalDate from, LocalDate to)
            implements Serializable {}

    /**
     * Adds those that do not overlap with one that is there.
     *
     * @return by their place in the list what was added
     */
    @PermitAll
    @SuppressWarnings("unchecked")
    public Map<Integer, Long> take(Long saidBy, Long account, List<TakenOver> wanted) {
        List<Tuple> made = em.createNativeQuery(TAKE, Tuple.class)
                .setParameter(
                        "places", IntStream.range(0, wanted.size()).boxed().toArray(Integer[]::new))
                .setParameter("persons", wanted.stream().map(TakenOver::person).toArray(Long[]::new))
                .setParameter(
                        "organisations",
                        wanted.stream().map(TakenOver::organisation).toArray(Long[]::new))
                .setParameter("kinds", texts(wanted, TakenOver::kind))
                .setParameter("numbers", texts(wanted, TakenOver::number))
                .setParameter("froms", texts(wanted, TakenOver::from))
                .setParameter("tos", texts(wanted, TakenOver::to))
                .setParameter("saidBy", saidBy)
                .setParameter("account", account)
                .setParameter("now", clock.instant())
                .getResultList();
        Map<Integer, Long> added = new HashMap<>();
        made.forEach(row -> added.put(row.get(0, Integer.class), row.get(1, Long.class)));
        refresh(wanted.stream().map(TakenOver::person).distinct().toArray(Long[]::new));
        return added;
    }

    /** Withdraws those that nobody changed since; gives which. */
    @PermitAll
    @SuppressWarnings("unchecked")
    public List<Long> takeBack(List<Long> memberships) {
        Long[] ids = memberships.toArray(Long[]::new);
        List<Long> gone = ((List<Number>) em.createNativeQuery(TAKE_BACK)
                        .setParameter("now", clock.instant())
                        .setParameter("ids", ids)
                        .getResultList())
                .stream().map(Number::longValue).toList();
        List<Number> persons = em.createNativeQuery(
                        "select distinct person_id from crm.membership where id = any (:ids)")
                .setParameter("ids", ids)
                .getResultList();
        refresh(persons.stream().map(Number::longValue).toArray(Long[]::new));
        return gone;
    }

    /** What persons are found by. */
    private void refresh(Long[] persons) {
        em.createNativeQuery("select 1 from (select crm.refresh_links(:persons)) as refreshed")
                .setParameter("persons", persons)
                .getResultList();
    }

    private static String[] texts(List<TakenOver> wanted, Function<TakenOver, Object> part) {
        return wanted.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
