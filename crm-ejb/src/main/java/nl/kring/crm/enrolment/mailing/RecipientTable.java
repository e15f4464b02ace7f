package nl.kring.crm.enrolment.mailing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.communication.mailing.MailingPurpose;
import nl.kring.crm.communication.mailing.Outcome;
import nl.kring.crm.communication.mailing.Recipient;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.Profession;

/** Everybody of a selection, what becomes of the letter to each and why, with one query. */
class RecipientTable {

    /** Who is a member on the day: himself or herself, or through a practice where he or she works. */
    private static final String MEMBER = """
            exists (select 1 from crm.membership m
                     where m.organisation_id in (%s) and m.withdrawn_at is null
                       and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to >= :day)
                       and (m.person_id = p.id
                            or m.holder_id in (
                                 select w.organisation_id from crm.affiliation w
                                  where w.person_id = p.id and w.withdrawn_at is null
                                    and (w.valid_from is null or w.valid_from <= :day)
                                    and (w.valid_to is null or w.valid_to >= :day))))""";

    private static final String SELECTED = """
            (cardinality(cast(:professions as text[])) = 0 or p.profession = any (cast(:professions as text[])))
            and (cast(:municipality as text) is null or p.municipality = cast(:municipality as text))
            and (cast(:members as bigint) is null or %s)""".formatted(MEMBER.formatted("cast(:members as bigint)"));

    private static final Map<MailingPurpose, String> WHO = Map.of(
            MailingPurpose.INVITATION,
            SELECTED + """
             and (not exists (select 1 from crm.course_audience f where f.course_id = :course)
                  or p.profession in (select f.profession from crm.course_audience f where f.course_id = :course))
             and (not :organisers or %s)""".formatted(MEMBER.formatted("""
                    select c.organiser_id from crm.course c where c.id = :course
                    union all select o.organisation_id from crm.course_co_organiser o where o.course_id = :course""")),
            MailingPurpose.PARTICIPANTS,
            """
            (cast(:shown as uuid[]) is null or p.uuid = any (cast(:shown as uuid[])))
            and exists (select 1 from crm.enrolment e
                     where e.edition_id = :edition and e.person_id = p.id
                       and (cast(:shown as uuid[]) is not null and e.state not in ('CANCELLED', 'REPLACED') or e.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL')
                            or :waiting and e.state in ('WAITLISTED', 'OFFERED', 'REQUESTED')))""",
            MailingPurpose.SELECTION,
            SELECTED);

    private static final String BOUNCED = """
             when exists (select 1 from crm.message b
                           where b.person_id = d.id and b.organisation_id = :organisation and b.bounced_at is not null
                             and lower(b.recipient) = d.address) then 'BOUNCED'""";

    private static final String OPTED_OUT = """
             when exists (select 1 from crm.mail_opt_out x
                           where x.organisation_id = :organisation and x.kind = '%s'
                             and (x.person_id = d.id or x.address = d.address)) then 'OPTED_OUT'""";

    private static final Map<MailingPurpose, String> WHY_NOT = Map.of(
            MailingPurpose.INVITATION,
            """
             when exists (select 1 from crm.enrolment e where e.edition_id = :edition and e.person_id = d.id
                             and e.state in ('WAITLISTED', 'REQUESTED', 'OFFERED')) then 'WAITING'
             when exists (select 1 from crm.enrolment e where e.edition_id = :edition and e.person_id = d.id
                             and e.state not in ('CANCELLED', 'REPLACED')) then 'ENROLLED'
             when exists (select 1 from crm.enrolment e join crm.edition n on n.id = e.edition_id
                           where n.course_id = :course and n.id <> :edition and e.person_id = d.id
                             and e.state in ('CONFIRMED', 'OFFERED', 'ATTENDED', 'PARTIAL')) then 'ELSEWHERE'""" + OPTED_OUT.formatted("INVITATION") + """
             when d.address is null then 'NO_ADDRESS'""" + BOUNCED + """
             when not :again and exists (
                    select 1 from crm.mailing_recipient r join crm.mailing m on m.id = r.mailing_id
                     where m.edition_id = :edition and m.purpose = 'INVITATION' and r.person_id = d.id
                       and r.outcome in ('MAIL', 'SAME_ADDRESS')) then 'INVITED'""",
            MailingPurpose.PARTICIPANTS,
            " when d.address is null then 'NO_ADDRESS'",
            MailingPurpose.SELECTION,
            OPTED_OUT.formatted("SELECTION") + " when d.address is null then 'NO_ADDRESS'" + BOUNCED);

    private static final String ALL = """
            with chosen as (
              select p.id, p.uuid, p.display_name, p.sort_name, p.profession, p.workplace,
                     coalesce(a.language, 'nl') as language, a.email is null and p.email_shared as of_more, btrim(coalesce(a.email, p.email)) as typed
                from crm.person p
                left join lateral (select x.email, x.language from crm.account x
                                    where x.person_id = p.id and x.active order by x.id limit 1) a on true
               where p.merged_into_id is null and %s),
            addressed as (
              select c.*, case when c.typed ~ '^[A-Za-z0-9.!$&''*+/=_~-]+@[A-Za-z0-9.-]+$'
                               then lower(c.typed collate "C") end as address
                from chosen c),
            weighed as (
              select d.*, case %s else 'MAIL' end as outcome from addressed d),
            placed as (
              select w.*, row_number() over (partition by w.address, w.outcome order by w.sort_name, w.id) as nth,
                     w.address is not null and (w.of_more or count(*) over (partition by w.address) > 1) as shared
                from weighed w)
            select id, uuid, display_name, address,
                   case when outcome = 'MAIL' and nth > 1 then 'SAME_ADDRESS' else outcome end, shared, profession, workplace,
                   case when shared then 'nl' else language end
              from placed order by sort_name, id""";

    private final EntityManager em;
    private final LocalDate today;

    RecipientTable(EntityManager em, LocalDate today) {
        this.em = em;
        this.today = today;
    }

    /**
     * Everybody of a selection.
     *
     * @param organisation who sends it
     * @param edition what it is about, with its course; null with a selection of the register
     */
    List<Recipient> of(MailingPurpose purpose, Long organisation, CourseOf edition, Selection selection) {
        return rows(purpose, organisation, edition, selection)
                .map(row -> new Recipient(
                        ((Number) row.get(0)).longValue(),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        Outcome.valueOf(row.get(4, String.class)),
                        row.get(5, Boolean.class),
                        row.get(8, String.class)))
                .toList();
    }

    /** The addresses of a selection for a newsletter, each once. */
    List<NewsletterLine> newsletter(Long organisation, Selection selection) {
        return rows(MailingPurpose.SELECTION, organisation, null, selection)
                .filter(row -> row.get(4, String.class).equals(Outcome.MAIL.name()))
                .map(row -> {
                    boolean shared = row.get(5, Boolean.class);
                    String profession = row.get(6, String.class);
                    return new NewsletterLine(
                            shared ? "" : row.get(2, String.class),
                            row.get(3, String.class),
                            shared || profession == null ? null : Profession.valueOf(profession),
                            row.get(7, String.class));
                })
                .toList();
    }

    /** An edition and its course, by their numbers. */
    record CourseOf(Long edition, Long course) {}

    /** The edition with its course; while a mailing about it is written down no other is. */
    CourseOf course(Long edition, boolean alone) {
        if (alone) {
            em.createNativeQuery(
                            "select count(*) from (select pg_advisory_xact_lock(4900, cast(:edition as integer))) as l")
                    .setParameter("edition", edition.intValue())
                    .getSingleResult();
        }
        return new CourseOf(
                edition,
                em.createQuery("select e.course.id from Edition e where e.id = :id", Long.class)
                        .setParameter("id", edition)
                        .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private Stream<Tuple> rows(MailingPurpose purpose, Long organisation, CourseOf about, Selection selection) {
        String sql = ALL.formatted(WHO.get(purpose), WHY_NOT.get(purpose));
        Query query = em.createNativeQuery(sql, Tuple.class);
        put(query, sql, "organisation", organisation);
        put(query, sql, "day", today);
        put(
                query,
                sql,
                "professions",
                selection.professions().stream().map(Profession::name).toArray(String[]::new));
        put(query, sql, "municipality", selection.municipality());
        put(query, sql, "members", members(selection.membersOf()));
        put(query, sql, "organisers", selection.organisersMembers());
        put(query, sql, "again", selection.again());
        put(query, sql, "waiting", selection.waiting());
        if (about != null) {
            put(query, sql, "edition", about.edition());
            put(query, sql, "course", about.course());
            put(query, sql, "shown", shown(about.edition(), selection));
        }
        return ((List<Tuple>) query.getResultList()).stream();
    }

    /** Whom the sheet of an edition shows, by the words of the sheet; null when it was not looked at. */
    @SuppressWarnings("unchecked")
    private UUID[] shown(Long edition, Selection selection) {
        if (selection.sheet() == null) {
            return null;
        }
        List<Tuple> rows = em.createNativeQuery("""
                        select p.uuid, concat_ws(' ', p.display_name, p.workplace)
                          from crm.enrolment e join crm.person p on p.id = e.person_id
                         where e.edition_id = :edition and e.state not in ('CANCELLED', 'REPLACED')
                           and (cast(:state as text) is null or e.state = :state)
                           and (cardinality(cast(:professions as text[])) = 0 or p.profession = any (cast(:professions as text[])))""", Tuple.class)
                .setParameter("edition", edition)
                .setParameter("state", selection.sheet().state())
                .setParameter(
                        "professions",
                        selection.professions().stream().map(Profession::name).toArray(String[]::new))
                .getResultList();
        String name = selection.sheet().name() == null
                ? ""
                : Folding.fold(selection.sheet().name());
        return rows.stream()
                .filter(row -> Folding.fold(row.get(1, String.class)).contains(name))
                .map(row -> row.get(0, UUID.class))
                .toArray(UUID[]::new);
    }

    private static void put(Query query, String sql, String name, Object value) {
        if (sql.contains(":" + name)) {
            query.setParameter(name, value);
        }
    }

    private Long members(UUID organisation) {
        return organisation == null
                ? null
                : em.createQuery("select o.id from Organisation o where o.uuid = :uuid", Long.class)
                        .setParameter("uuid", organisation)
                        .getResultStream()
                        .findFirst()
                        .orElse(-1L);
    }
}
