package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.attendance.delivery.DeliveryTable.rows;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.SystemClock;

/** Questions to PE-online in the database, and what is put into them. */
final class BatchTable {

    private static final DateTimeFormatter END_DATE = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** The registers of an edition, and what keeps each from the web service. */
    private static final String REGISTERS = """
            select s.code, s.name, o.name as organisation, q.course_number,
                   case when a.organisation_id is null or a.user_key is null or v.address is null then 'NO_SERVICE'
                        when k.org_id is null then 'NO_CONTRACT'
                        when a.refused_at is not null then 'KEY_REFUSED'
                        when q.course_type in ('MEETINGS', 'WHOLE') and n.number is null then 'NO_EDITION_NUMBER'
                        when q.course_type = 'MEETINGS' and exists (
                               select 1 from crm.session t
                                left join crm.accreditation_meeting m on m.session_id = t.id and m.scheme_code = s.code
                                where t.edition_id = :edition and m.number is null) then 'NO_MEETING_NUMBER' end as problem
              from crm.edition e
              join crm.course c on c.id = e.course_id
             cross join crm.scheme s
              left join lateral (
                   select r.course_number, r.course_type from crm.accreditation_request r
                    where r.course_id = c.id and r.scheme_code = s.code
                    order by array_position(array['GRANTED', 'REQUESTED', 'DRAFT', 'REJECTED'], r.state), r.id desc limit 1) as q on true
              left join crm.accreditation w on w.course_id = c.id and w.scheme_code = s.code and w.points > 0
              left join crm.pe_organisation o on o.org_id = s.pe_org_id
              left join crm.pe_account a on a.organisation_id = c.organiser_id
              left join crm.pe_service v on v.only_one
              left join crm.pe_contract k on k.organisation_id = c.organiser_id and k.org_id = s.pe_org_id
              left join crm.accreditation_announcement n on n.edition_id = e.id and n.scheme_code = s.code
             where e.id = :edition and s.unit <> 'NONE' and (q.course_type is not null or w.id is not null)
             order by s.position""";

    /** Keeps that they are on their way; who is already, or was accepted, is not taken again, whoever asks at the same time. */
    private static final String TAKE = """
            insert into crm.credit_delivery as known (enrolment_id, scheme_code, session_id, state, number, changed_at, account_id)
            select x.enrolment_id, x.scheme_code, t.id, 'PENDING', x.number, :now, cast(:account as bigint)
              from (%s) as x
              join crm.pe_contract k on k.organisation_id = :organisation and k.org_id = x.pe_org_id
              join crm.pe_account a on a.organisation_id = k.organisation_id and a.user_key is not null and a.refused_at is null
              join crm.pe_service v on v.only_one
              left join (crm.attendance r
                         join crm.session t on t.id = r.session_id and t.edition_id = :edition
                         join crm.accreditation_meeting m on m.session_id = t.id)
                on x.course_type = 'MEETINGS' and r.enrolment_id = x.enrolment_id and r.present and m.scheme_code = x.scheme_code
             where x.state = 'READY' and x.earned > 0
               and (x.course_type not in ('MEETINGS', 'WHOLE') or x.edition_number is not null)
               and (x.course_type <> 'MEETINGS' or t.id is not null)
             order by x.enrolment_id, x.scheme_code, t.id
            on conflict (enrolment_id, scheme_code, coalesce(session_id, 0)) do update
               set state = 'PENDING', number = excluded.number, error_code = null, error_text = null,
                   changed_at = excluded.changed_at, account_id = excluded.account_id
             where known.state in ('CHECKED', 'CORRECTED')
            returning id""".formatted(DeliverySql.ROWS);

    private static final String TAKEN = """
            select d.id, x.pe_org_id, d.number, x.course_number, x.own_codes, x.edition_number, m.number as meeting, x.module_code,
                   x.course_type, coalesce(t.ends_at, (select max(l.ends_at) from crm.session l where l.edition_id = :edition)) as ended
              from (%s) as x
              join crm.credit_delivery d on d.enrolment_id = x.enrolment_id and d.scheme_code = x.scheme_code
              left join crm.session t on t.id = d.session_id
              left join crm.accreditation_meeting m on m.session_id = d.session_id and m.scheme_code = d.scheme_code
             where d.id = any (:taken)
             order by x.pe_org_id, d.id""".formatted(DeliverySql.ROWS);

    private final EntityManager em;

    BatchTable(EntityManager em) {
        this.em = em;
    }

    List<Registers.Facts> registers(OwnEdition edition) {
        return rows(em.createNativeQuery(REGISTERS, Tuple.class).setParameter("edition", edition.id())).stream()
                .map(row -> new Registers.Facts(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class) == null
                                ? null
                                : RegisterLine.ServiceProblem.valueOf(row.get(4, String.class))))
                .toList();
    }

    /** Whether the organisation's connection only tries; also as long as it has none. */
    boolean isTrial(Long organisation) {
        return (Boolean) em.createNativeQuery(
                        "select coalesce(bool_and(test_mode), true) from crm.pe_account where organisation_id = :organisation",
                        Boolean.class)
                .setParameter("organisation", organisation)
                .getSingleResult();
    }

    /** Puts everybody who is due into questions; gives how many rows they have. */
    int queue(OwnEdition edition, Long account, Instant now) {
        Long[] taken = numbers(em.createNativeQuery(TAKE)
                .setParameter("edition", edition.id())
                .setParameter("organisation", edition.organiserId())
                .setParameter("account", account)
                .setParameter("now", now));
        if (taken.length == 0) {
            return 0;
        }
        Map<Integer, List<PeRow>> byOrganisation = new LinkedHashMap<>();
        rows(em.createNativeQuery(TAKEN, Tuple.class)
                        .setParameter("edition", edition.id())
                        .setParameter("taken", taken))
                .forEach(row -> byOrganisation
                        .computeIfAbsent(row.get("pe_org_id", Integer.class), any -> new ArrayList<>())
                        .add(peRow(row)));
        boolean trial = isTrial(edition.organiserId());
        byOrganisation.forEach((orgId, rows) ->
                Batching.of(rows).forEach(question -> insert(edition, orgId, trial, question, account, now)));
        return taken.length;
    }

    private static PeRow peRow(Tuple row) {
        String type = row.get("course_type", String.class);
        boolean byEdition = type.equals("MEETINGS") || type.equals("WHOLE");
        String ended = END_DATE.format(row.get("ended", Instant.class)
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(SystemClock.AMSTERDAM)
                .toOffsetDateTime());
        return new PeRow(
                row.get("id", Long.class),
                row.get("number", String.class),
                row.get("course_number", String.class),
                row.get("own_codes", Boolean.class),
                byEdition ? row.get("edition_number", String.class) : null,
                type.equals("MEETINGS") ? row.get("meeting", String.class) : null,
                type.equals("E_LEARNING") ? row.get("module_code", String.class) : null,
                byEdition ? null : ended);
    }

    private void insert(
            OwnEdition edition, Integer orgId, boolean trial, List<PeRow> question, Long account, Instant now) {
        Long batch = numbers(em.createNativeQuery("""
                        insert into crm.delivery_batch (organisation_id, edition_id, org_id, test_mode, state, next_attempt_at, queued_at,
                                                        account_id)
                        values (:organisation, :edition, :org, :trial, 'WAITING', :now, :now, cast(:account as bigint)) returning id""")
                .setParameter("organisation", edition.organiserId())
                .setParameter("edition", edition.id())
                .setParameter("org", orgId)
                .setParameter("trial", trial)
                .setParameter("account", account)
                .setParameter("now", now))[0];
        for (int at = 0; at < question.size(); at++) {
            PeRow row = question.get(at);
            em.createNativeQuery("""
                            insert into crm.delivery_row (batch_id, position, delivery_id, person, course, own_codes, edition, meeting,
                                                          module, ended_at)
                            values (:batch, :position, :delivery, :person, :course, :own, :edition, :meeting, :module, :ended)""")
                    .setParameter("batch", batch)
                    .setParameter("position", at)
                    .setParameter("delivery", row.delivery())
                    .setParameter("person", row.person())
                    .setParameter("course", row.course())
                    .setParameter("own", row.ownCodes())
                    .setParameter("edition", row.edition())
                    .setParameter("meeting", row.meeting())
                    .setParameter("module", row.module())
                    .setParameter("ended", row.endedAt())
                    .executeUpdate();
        }
    }

    private static Long[] numbers(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(number -> ((Number) number).longValue()).toArray(Long[]::new);
    }

    /** Questions that are on their way, or that nobody answered; one that was refused until one after it is answered. */
    List<DeliveryList.BatchLine> unanswered(Long edition) {
        return rows(em.createNativeQuery("""
                        select b.uuid, o.name, b.state, b.failure, b.queued_at,
                               (select count(*) from crm.delivery_row r where r.batch_id = b.id) as rows
                          from crm.delivery_batch b
                          join crm.pe_organisation o on o.org_id = b.org_id
                         where b.edition_id = :edition and b.state <> 'ANSWERED'
                           and not (b.state = 'REFUSED' and exists (
                                      select 1 from crm.delivery_batch l
                                       where l.edition_id = b.edition_id and l.org_id = b.org_id and l.id > b.id and l.state = 'ANSWERED'))
                         order by b.id desc limit 20""", Tuple.class).setParameter("edition", edition)).stream()
                .map(row -> new DeliveryList.BatchLine(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        ((Number) row.get(5)).intValue(),
                        row.get(4, Instant.class)))
                .toList();
    }

    /** It begins anew with waiting, and still knows that it was asked before. */
    int askAgain(Long edition, UUID batch, Instant now) {
        return em.createNativeQuery("""
                        update crm.delivery_batch set state = 'WAITING', attempts = 1, next_attempt_at = :now
                         where edition_id = :edition and uuid = :batch and state = 'UNKNOWN'""")
                .setParameter("edition", edition)
                .setParameter("batch", batch)
                .setParameter("now", now)
                .executeUpdate();
    }
}
