package nl.kring.crm.enrolment.price;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.kring.crm.registry.Profession;

/** Reads in one query what a price follows from. */
final class PriceTable {

    /** The day of the first session in Amsterdam. */
    private static final String DAY = "cast(d.starts_at at time zone 'Europe/Amsterdam' as date)";

    private static final String ORGANISES = """
            (%1$s = c.organiser_id
             or exists (select 1 from crm.course_co_organiser o where o.course_id = c.id and o.organisation_id = %1$s))""";

    /** Held by the person, or by where the person works on the day of the course. */
    private static final String MEMBER = """
            (exists (select 1 from crm.membership m
                      where m.person_id = %3$s and m.withdrawn_at is null
                        and daterange(m.valid_from, m.valid_to, '[]') @> %1$s and %2$s)
             or exists (select 1 from crm.affiliation a
                          join crm.membership m on m.holder_id = a.organisation_id and m.withdrawn_at is null
                         where a.person_id = %3$s and a.withdrawn_at is null
                           and daterange(a.valid_from, a.valid_to, '[]') @> %1$s
                           and daterange(m.valid_from, m.valid_to, '[]') @> %1$s and %2$s))""";

    private static final String MEMBERS = """
            select p.id from crm.edition d
              join crm.course c on c.id = d.course_id
              join crm.person p on p.id in (:persons)
             where d.id = :edition and %s""".formatted(member("p.id"));

    private static final String READ = """
            select r.id, r.uuid, array_to_string(r.audience, ','), r.belonging, cast(r.until as text), r.price_cents,
                   d.price_cents, d.starts_at, c.kind = 'WEBINAR',
                   case when r.belonging is not null or s.seats > 0 then %3$s else false end,
                   s.seats - s.taken,
                   coalesce((select x.exempt from crm.vat_setting x
                              where x.organisation_id = c.organiser_id and x.valid_from <= %1$s
                              order by x.valid_from desc limit 1), false),
                   t.id, t.cooling_off_days, array_to_string(t.from_days, ','), array_to_string(t.percents, ','),
                   array_to_string(t.minimums, ','), array_to_string(t.fixeds, ','), t.no_show_cents, t.free_meeting_days,
                   t.free_meeting_cents, t.webinars_free, t.substitute_free,
                   v.id, v.code, v.percent, v.amount_cents, v.uses - v.used, cast(v.until as text)
              from crm.edition d
              join crm.course c on c.id = d.course_id
              left join crm.price_rule r on r.edition_id = d.id and r.ended_at is null
              left join crm.member_seats s on s.edition_id = d.id
              left join lateral (
                   select * from crm.policy_version p
                    where p.policy_id = coalesce(
                            (select e.policy_id from crm.edition_policy e where e.edition_id = d.id),
                            (select u.id from crm.cancellation_policy u where u.organisation_id = c.organiser_id and u.usual))
                    order by p.made_at desc, p.id desc limit 1) t on true
              left join lateral (
                   select * from crm.voucher w
                    where cast(:voucher as text) is not null and w.code = cast(:voucher as text) and w.ended_at is null
                      and (w.course_id is null or w.course_id = c.id) and %2$s
                    order by w.organisation_id <> c.organiser_id, w.id limit 1) v on true
             where d.id = :edition
             order by r.id""".formatted(DAY, ORGANISES.formatted("w.organisation_id"), member(":person"));

    private static String member(String person) {
        return MEMBER.formatted(DAY, ORGANISES.formatted("m.organisation_id"), person);
    }

    private final EntityManager em;

    PriceTable(EntityManager em) {
        this.em = em;
    }

    /**
     * @param person null for somebody who is not known yet, who is no member
     * @param voucher a code, or null
     */
    @SuppressWarnings("unchecked")
    PriceFacts read(Long edition, Long person, String voucher) {
        List<Tuple> rows = em.createNativeQuery(READ, Tuple.class)
                .setParameter("edition", edition)
                .setParameter("person", person == null ? 0L : person)
                .setParameter("voucher", voucher)
                .getResultList();
        Tuple row = rows.get(0);
        return new PriceFacts(
                rows.stream()
                        .filter(each -> each.get(0) != null)
                        .map(PriceTable::line)
                        .toList(),
                row.get(6, Integer.class),
                row.get(7, Instant.class),
                row.get(8, Boolean.class),
                rows.stream().anyMatch(each -> each.get(9, Boolean.class)),
                row.get(10, Integer.class),
                new Vat(row.get(11, Boolean.class)),
                row.get(12, Long.class),
                row.get(12) == null ? CancellationTerms.FOURTEEN_DAYS : terms(row, 13),
                row.get(23) == null ? null : code(row));
    }

    /** Those who are members on the day of the course, of one of its organisers. */
    @SuppressWarnings("unchecked")
    Set<Long> members(Long edition, Collection<Long> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(em.createNativeQuery(MEMBERS, Long.class)
                .setParameter("edition", edition)
                .setParameter("persons", persons)
                .getResultList());
    }

    private static PriceLine line(Tuple row) {
        return line(row, 0);
    }

    /** From number, UUID, audience, belonging, last day and price, which stand there in this order. */
    static PriceLine line(Tuple row, int at) {
        String audience = row.get(at + 2, String.class);
        Set<Profession> professions = audience.isEmpty()
                ? Set.of()
                : Arrays.stream(audience.split(",")).map(Profession::valueOf).collect(Collectors.toUnmodifiableSet());
        String belonging = row.get(at + 3, String.class);
        String until = row.get(at + 4, String.class);
        return new PriceLine(
                row.get(at, Long.class),
                row.get(at + 1, UUID.class),
                new PriceFor(
                        professions,
                        belonging == null ? null : Belonging.valueOf(belonging),
                        until == null ? null : LocalDate.parse(until)),
                row.get(at + 5, Integer.class));
    }

    private static CancellationTerms terms(Tuple row, int at) {
        int[] days = numbers(row.get(at + 1, String.class));
        int[] percents = numbers(row.get(at + 2, String.class));
        int[] minimums = numbers(row.get(at + 3, String.class));
        int[] fixeds = numbers(row.get(at + 4, String.class));
        return new CancellationTerms(
                row.get(at, Integer.class),
                IntStream.range(0, days.length)
                        .mapToObj(i -> new Tier(days[i], percents[i], minimums[i], fixeds[i]))
                        .toList(),
                row.get(at + 5, Integer.class),
                row.get(at + 6, Integer.class),
                row.get(at + 7, Integer.class),
                row.get(at + 8, Boolean.class),
                row.get(at + 9, Boolean.class));
    }

    private static int[] numbers(String joined) {
        return Arrays.stream(joined.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static PriceFacts.Code code(Tuple row) {
        String until = row.get(28, String.class);
        return new PriceFacts.Code(
                row.get(23, Long.class),
                row.get(24, String.class),
                row.get(25, Integer.class),
                row.get(26, Integer.class),
                row.get(27, Integer.class),
                until == null ? null : LocalDate.parse(until));
    }
}
