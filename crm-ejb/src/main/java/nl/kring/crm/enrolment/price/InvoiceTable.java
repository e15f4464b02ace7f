package nl.kring.crm.enrolment.price;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.platform.TypedText;

/**
 * What is owed for enrolments against what was invoiced of them. As long as nothing was invoiced of an enrolment there is one
 * line, which follows it. When something was and what is owed, by whom or with which VAT has changed since, the last charge is
 * credited and charged anew; so the lines of an enrolment always add up to what is owed.
 */
final class InvoiceTable {

    /** Of an enrolment that says nothing of it the person pays. */
    private static final String PAYER_KIND = "coalesce(e.payer_kind, 'SELF')";

    private static final String DAY = "cast(d.starts_at at time zone 'Europe/Amsterdam' as date)";

    private static final String OWN = """
            (c.organiser_id = :own
             or exists (select 1 from crm.course_co_organiser o where o.course_id = c.id and o.organisation_id = :own))""";

    private static final String STANDS =
            "join crm.invoicing %1$s on %1$s.id = %2$s.invoicing_id and %1$s.undone_at is null";

    /** Enrolments with what is owed and the charge that stands, if there is one. */
    private static final String OWED = """
            owed as (
              select e.id, e.uuid, d.uuid as edition, %1$s as day, c.title, p.display_name, p.sort_name,
                     o.kind, o.cents,
                     coalesce(e.vat_exempt, (select x.exempt from crm.vat_setting x
                                              where x.organisation_id = c.organiser_id and x.valid_from <= %1$s
                                              order by x.valid_from desc limit 1), false) as vat_exempt,
                     %2$s as payer_kind, e.payer_organisation_id as payer_id, e.payer_reference as reference,
                     s.id as standing, s.amount_cents as was_cents, s.vat_exempt as was_exempt, s.vat_cents as was_vat,
                     s.payer_kind as was_payer_kind, s.payer_organisation_id as was_payer_id, s.payer_reference as was_reference
                from crm.enrolment e
                join crm.edition d on d.id = e.edition_id
                join crm.course c on c.id = d.course_id
                join crm.person p on p.id = e.person_id
                left join crm.policy_version v on v.id = e.policy_version_id
               cross join lateral (
                     select greatest(e.price_cents, case when v.webinars_free and c.kind = 'WEBINAR' then 0
                                                         else coalesce(v.no_show_cents, 0) end) as missed) m
               cross join lateral (
                     select case when e.state in ('CANCELLED', 'REPLACED') then 'CANCELLATION_FEE'
                                 when e.state = 'NO_SHOW' and m.missed > e.price_cents then 'NO_SHOW_FEE'
                                 else 'PRICE' end as kind,
                            case when e.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL') then e.price_cents
                                 when e.state = 'NO_SHOW' then m.missed
                                 when e.state in ('CANCELLED', 'REPLACED') then coalesce(e.fee_cents, 0)
                                 else 0 end as cents) o
                left join lateral (
                     select l.* from crm.invoice_line l %3$s
                      where l.enrolment_id = e.id and l.kind <> 'CREDIT'
                        and not exists (select 1 from crm.invoice_line k %4$s where k.credits_id = l.id)
                      order by l.position desc limit 1) s on true
               where %5$s and %6$s and (o.cents <> 0 or s.id is not null))""";

    private static final String CHANGED = """
            (was_cents <> cents or cents <> 0 and was_exempt <> vat_exempt
             or (was_payer_kind, was_payer_id, was_reference) is distinct from (payer_kind, payer_id, reference))""";

    /** What is to be invoiced: of what has changed the credit line first. */
    private static final String OPEN = """
            open as (
              select id, uuid, edition, day, title, display_name, sort_name, 1 as at, 'CREDIT' as kind, -was_cents as cents,
                     was_exempt as vat_exempt, -was_vat as vat, was_payer_kind as payer_kind, was_payer_id as payer_id,
                     was_reference as reference, standing as credits
                from owed where standing is not null and %1$s
              union all
              select id, uuid, edition, day, title, display_name, sort_name, 2, kind, cents, vat_exempt,
                     case when vat_exempt then 0 else cast(round(cents * 21 / 121.0) as integer) end, payer_kind, payer_id,
                     reference, null
                from owed where cents <> 0 and (standing is null or %1$s))""".formatted(CHANGED);

    private static final String LINES = """
            lines as (
              select id, uuid, edition, day, title, display_name, sort_name, 1000 + at as at, kind, cents, vat_exempt, vat,
                     payer_kind, payer_id, reference, cast(null as date) as invoiced_on
                from open
              union all
              select e.id, e.uuid, d.uuid, %1$s, c.title, p.display_name, p.sort_name, l.position, l.kind, l.amount_cents,
                     l.vat_exempt, l.vat_cents, l.payer_kind, l.payer_organisation_id, l.payer_reference, i.invoiced_on
                from crm.invoice_line l %2$s
                join crm.enrolment e on e.id = l.enrolment_id
                join crm.edition d on d.id = e.edition_id
                join crm.course c on c.id = d.course_id
                join crm.person p on p.id = e.person_id
               where %3$s)""".formatted(DAY, STANDS.formatted("i", "l"), OWN);

    private static final String READ = """
            select l.uuid, l.edition, cast(l.day as text), l.title, l.display_name, l.kind, l.cents, l.vat_exempt, l.vat,
                   l.payer_kind, coalesce(o.name, l.display_name), l.reference, cast(l.invoiced_on as text)
              from lines l
              left join crm.organisation o on o.id = l.payer_id
             where (cast(:edition as uuid) is null or l.edition = :edition)
               and (cast(:first as date) is null or l.day >= cast(:first as date))
               and (cast(:last as date) is null or l.day <= cast(:last as date))
               and (cast(:open as boolean) is null or (l.invoiced_on is null) = :open)
               and (cast(:payer as text) is null or coalesce(o.name, l.display_name) ilike :payer escape '!')
             order by l.day, l.title, l.edition, l.sort_name, l.id, l.at""";

    private final EntityManager em;
    private final Long own;

    InvoiceTable(EntityManager em, Long own) {
        this.em = em;
        this.own = own;
    }

    private static String owed(String which) {
        return OWED.formatted(DAY, PAYER_KIND, STANDS.formatted("i", "l"), STANDS.formatted("j", "k"), OWN, which);
    }

    @SuppressWarnings("unchecked")
    List<InvoiceLine> read(InvoiceFilter filter, int most) {
        List<Tuple> rows = em.createNativeQuery(
                        "with " + owed("(cast(:edition as uuid) is null or d.uuid = :edition)") + ", " + OPEN + ", "
                                + LINES + READ,
                        Tuple.class)
                .setParameter("own", own)
                .setParameter("edition", filter.edition())
                .setParameter("first", text(filter.from()))
                .setParameter("last", text(filter.to()))
                .setParameter("open", filter.open())
                .setParameter("payer", piece(filter.payer()))
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new InvoiceLine(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        LocalDate.parse(row.get(2, String.class)),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        InvoiceKind.valueOf(row.get(5, String.class)),
                        row.get(6, Integer.class),
                        row.get(7, Boolean.class),
                        row.get(8, Integer.class),
                        row.get(9, String.class),
                        row.get(10, String.class),
                        row.get(11, String.class),
                        day(row.get(12, String.class))))
                .toList();
    }

    /** What is to be invoiced of one person's enrolments, by enrolment; also of those that ended. */
    @SuppressWarnings("unchecked")
    Map<UUID, Integer> openOf(UUID person) {
        List<Tuple> rows = em.createNativeQuery(
                        "with " + owed("p.uuid = :person") + ", " + OPEN
                                + " select uuid, cast(sum(cents) as integer) from open group by uuid having sum(cents) <> 0",
                        Tuple.class)
                .setParameter("own", own)
                .setParameter("person", person)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Integer.class)));
    }

    /** Nobody else invoices of the same editions until the commit; enrolling goes on. */
    void lock(Collection<UUID> enrolments) {
        em.createNativeQuery("""
                        select d.id from crm.edition d
                         where d.id in (select e.edition_id from crm.enrolment e where e.uuid = any (:chosen))
                         order by d.id for no key update""", Long.class)
                .setParameter("chosen", enrolments.toArray(UUID[]::new))
                .getResultList();
    }

    Long begin(UUID uuid, LocalDate on, Long account, Instant now) {
        Query insert = em.createNativeQuery("""
                insert into crm.invoicing (id, uuid, organisation_id, invoiced_on, account_id, made_at)
                values (nextval('crm.entity_seq'), :uuid, :own, :day, cast(:account as bigint), :now) returning id""", Long.class)
                .setParameter("uuid", uuid)
                .setParameter("own", own)
                .setParameter("day", on)
                .setParameter("account", account)
                .setParameter("now", now);
        return (Long) insert.getSingleResult();
    }

    /** Writes down what is to be invoiced of those; answers how many lines that were. */
    int write(Long invoicing, Collection<UUID> enrolments) {
        return em.createNativeQuery("with " + owed("e.uuid = any (:chosen)") + ", " + OPEN + """
                        insert into crm.invoice_line (id, uuid, invoicing_id, enrolment_id, position, kind, amount_cents,
                                    vat_exempt, vat_cents, payer_kind, payer_organisation_id, payer_reference, credits_id)
                        select nextval('crm.entity_seq'), gen_random_uuid(), :invoicing, n.id,
                               n.at + coalesce((select max(l.position) from crm.invoice_line l where l.enrolment_id = n.id), 0),
                               n.kind, n.cents, n.vat_exempt, n.vat, n.payer_kind, n.payer_id, n.reference, n.credits
                          from open n""")
                .setParameter("own", own)
                .setParameter("chosen", enrolments.toArray(UUID[]::new))
                .setParameter("invoicing", invoicing)
                .executeUpdate();
    }

    /** The last times, the newest first. */
    @SuppressWarnings("unchecked")
    List<Invoicing> invoicings(int most) {
        List<Tuple> rows = em.createNativeQuery("""
                        select i.uuid, cast(i.invoiced_on as text), i.made_at, count(l.id), coalesce(sum(l.amount_cents), 0),
                               i.undone_at is not null
                          from crm.invoicing i left join crm.invoice_line l on l.invoicing_id = i.id
                         where i.organisation_id = :own
                         group by i.id order by i.made_at desc, i.id desc""", Tuple.class)
                .setParameter("own", own)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new Invoicing(
                        row.get(0, UUID.class),
                        day(row.get(1, String.class)),
                        row.get(2, Instant.class),
                        row.get(3, Long.class).intValue(),
                        row.get(4, Long.class).intValue(),
                        row.get(5, Boolean.class)))
                .toList();
    }

    /** The enrolments of one that stands and is the organisation's own; empty when there is none such. */
    @SuppressWarnings("unchecked")
    List<UUID> enrolmentsOf(UUID invoicing) {
        return em.createNativeQuery("""
                        select distinct e.uuid from crm.invoicing i
                          join crm.invoice_line l on l.invoicing_id = i.id
                          join crm.enrolment e on e.id = l.enrolment_id
                         where i.uuid = :uuid and i.organisation_id = :own and i.undone_at is null""", UUID.class)
                .setParameter("uuid", invoicing)
                .setParameter("own", own)
                .getResultList();
    }

    /** Whether of one of its enrolments something was invoiced later, by whomever. */
    boolean hasLater(UUID invoicing) {
        return (Boolean) em.createNativeQuery("""
                        select exists (select 1 from crm.invoicing i
                                         join crm.invoice_line l on l.invoicing_id = i.id
                                         join crm.invoice_line n on n.enrolment_id = l.enrolment_id and n.position > l.position
                                         %s and j.id <> i.id
                                        where i.uuid = :uuid and i.organisation_id = :own)""".formatted(STANDS.formatted("j", "n")), Boolean.class)
                .setParameter("uuid", invoicing)
                .setParameter("own", own)
                .getSingleResult();
    }

    int undo(UUID invoicing, Long account, Instant now) {
        return em.createNativeQuery("""
                        update crm.invoicing set undone_at = :now, undone_by = cast(:account as bigint)
                         where uuid = :uuid and organisation_id = :own and undone_at is null""")
                .setParameter("uuid", invoicing)
                .setParameter("own", own)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static String piece(String typed) {
        return typed == null || typed.isBlank() || !TypedText.isReadable(typed)
                ? null
                : "%" + typed.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
