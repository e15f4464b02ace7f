package nl.kring.crm.evaluation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Asking, asking again and closing in the database: each is a few statements for however many participants. */
class EvaluationTable {

    /** The editions that are over and of which somebody was there who was not asked yet. */
    private static final String TO_ASK = """
            select d.id
              from crm.edition d
              left join crm.evaluation v on v.edition_id = d.id
             where d.state in ('PUBLISHED', 'OPEN', 'CLOSED', 'HELD', 'ARCHIVED')
               and d.ends_at < :over and d.ends_at >= :earliest
               and v.closed_at is null
               and not exists (select 1 from crm.course_questionnaire q
                                where q.course_id = d.course_id and q.questionnaire_id is null)
               and exists (select 1 from crm.enrolment e
                            where e.edition_id = d.id and %s)
             order by d.id limit :most""";

    private static final String WAS_THERE = """
            e.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL')
            and exists (select 1 from crm.attendance a where a.enrolment_id = e.id and a.present)
            and not exists (select 1 from crm.evaluation_invitation i where i.enrolment_id = e.id)""";

    /** The questionnaire that was chosen for the course, else the usual one of its organiser, else the one of the product. */
    private static final String BEGIN = """
            insert into crm.evaluation (edition_id, organisation_id, version_id, sent_on, due_on)
            select d.id, c.organiser_id, v.id, :today,
                   cast((d.ends_at at time zone 'Europe/Amsterdam') as date) + cast(:days as integer)
              from crm.edition d
              join crm.course c on c.id = d.course_id
              left join crm.course_questionnaire k on k.course_id = c.id
              left join crm.evaluation_rule r on r.organisation_id = c.organiser_id
              join crm.questionnaire q on q.id = coalesce(k.questionnaire_id, r.questionnaire_id,
                   (select min(s.id) from crm.questionnaire s where s.organisation_id is null))
              join crm.questionnaire_version v on v.questionnaire_id = q.id and v.number = q.latest
             where d.id = :edition
            on conflict (edition_id) do nothing""";

    private static final List<String> SUBJECTS = List.of("""
            insert into crm.evaluation_subject (evaluation_id, scope, position, label, person_id)
            select v.id, 'SPEAKER', row_number() over (order by s.position, s.id), coalesce(p.display_name, s.name), s.person_id
              from crm.evaluation v
              join crm.edition d on d.id = v.edition_id
              join crm.course_profile f on f.course_id = d.course_id
              join crm.course_speaker s on s.profile_id = f.id
              left join crm.person p on p.id = s.person_id
             where v.edition_id = :edition""", """
            insert into crm.evaluation_subject (evaluation_id, scope, position, label)
            select v.id, 'SESSION', row_number() over (order by s.position, s.starts_at),
                   concat_ws(' ', to_char(s.starts_at at time zone 'Europe/Amsterdam', 'DD-MM-YYYY'), s.title)
              from crm.evaluation v join crm.session s on s.edition_id = v.edition_id
             where v.edition_id = :edition""");

    private static final String RECIPIENTS = """
            select i.id, p.id, p.display_name, coalesce(e.email, p.email), coalesce(a.language, 'nl'), c.title, v.organisation_id,
                   o.name, cast(v.due_on as text)
              from crm.evaluation_invitation i
              join crm.evaluation v on v.id = i.evaluation_id
              join crm.enrolment e on e.id = i.enrolment_id
              join crm.person p on p.id = e.person_id
              join crm.edition d on d.id = v.edition_id
              join crm.course c on c.id = d.course_id
              join crm.organisation o on o.id = v.organisation_id
              left join lateral (select min(x.language) as language from crm.account x where x.person_id = p.id) a on true
             where i.id = any (:invitations) and coalesce(e.email, p.email) is not null
             order by i.uuid""";

    private final EntityManager em;

    EvaluationTable(EntityManager em) {
        this.em = em;
    }

    /** False when another node is at it. */
    boolean alone() {
        return (Boolean)
                em.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('evaluation-clock'))", Boolean.class)
                        .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    List<Long> toAsk(Instant over, Instant earliest, int most) {
        return em.createNativeQuery(TO_ASK.formatted(WAS_THERE), Long.class)
                .setParameter("over", over)
                .setParameter("earliest", earliest)
                .setParameter("most", most)
                .getResultList();
    }

    /** True when it was not there yet. */
    boolean begin(Long edition, LocalDate today, int days) {
        int begun = em.createNativeQuery(BEGIN)
                .setParameter("edition", edition)
                .setParameter("today", today)
                .setParameter("days", days)
                .executeUpdate();
        if (begun > 0) {
            SUBJECTS.forEach(sql ->
                    em.createNativeQuery(sql).setParameter("edition", edition).executeUpdate());
        }
        return begun > 0;
    }

    /** Everybody of that edition who was there and was not asked yet; gives their invitations. */
    @SuppressWarnings("unchecked")
    List<Long> invite(Long edition, LocalDate today) {
        return em.createNativeQuery("""
                        insert into crm.evaluation_invitation (evaluation_id, enrolment_id, sent_on)
                        select v.id, e.id, :today
                          from crm.evaluation v join crm.enrolment e on e.edition_id = v.edition_id
                         where v.edition_id = :edition and v.closed_at is null and %s
                         order by random()
                        returning id""".formatted(WAS_THERE), Long.class)
                .setParameter("edition", edition)
                .setParameter("today", today)
                .getResultList();
    }

    /** Who has not answered and was not reminded as often as it is time for; that is written down. */
    @SuppressWarnings("unchecked")
    List<Long> toRemind(LocalDate today, int first, int second, int most) {
        return em.createNativeQuery("""
                        update crm.evaluation_invitation i set reminded = case when i.sent_on <= :second then 2 else 1 end
                         where i.id in (select n.id
                                          from crm.evaluation_invitation n join crm.evaluation v on v.id = n.evaluation_id
                                         where v.closed_at is null and v.due_on >= :today and not n.answered
                                           and (n.reminded = 0 and n.sent_on <= :first or n.reminded < 2 and n.sent_on <= :second)
                                         order by n.id limit :most)
                        returning i.id""", Long.class)
                .setParameter("today", today)
                .setParameter("first", today.minusDays(first))
                .setParameter("second", today.minusDays(second))
                .setParameter("most", most)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    List<EvaluationMail.Recipient> recipients(List<Long> invitations) {
        List<Tuple> rows = em.createNativeQuery(RECIPIENTS, Tuple.class)
                .setParameter("invitations", invitations.toArray(Long[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> new EvaluationMail.Recipient(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        "en".equals(row.get(4, String.class)) ? "en" : "nl",
                        row.get(5, String.class),
                        row.get(6, Long.class),
                        row.get(7, String.class),
                        LocalDate.parse(row.get(8, String.class))))
                .toList();
    }

    void link(Long invitation, byte[] hash) {
        em.createNativeQuery("insert into crm.evaluation_link (token_hash, invitation_id) values (:hash, :invitation)")
                .setParameter("hash", hash)
                .setParameter("invitation", invitation)
                .executeUpdate();
    }

    /** An evaluation that is over, and the mark that it got; null when nobody gave one. */
    record Closed(
            UUID edition, Long organisation, String title, BigDecimal mark, int answers, BigDecimal low, int least) {}

    /** Closes what is due; its links are of no use any more. */
    @SuppressWarnings("unchecked")
    List<Closed> close(LocalDate today, Instant now, BigDecimal usualLow, int usualLeast, int most) {
        List<Long> closed = em.createNativeQuery("""
                        update crm.evaluation set closed_at = :now
                         where id in (select id from crm.evaluation where closed_at is null and due_on < :today order by id limit :most)
                        returning id""", Long.class)
                .setParameter("now", now)
                .setParameter("today", today)
                .setParameter("most", most)
                .getResultList();
        if (closed.isEmpty()) {
            return List.of();
        }
        of(closed, """
                delete from crm.evaluation_link l using crm.evaluation_invitation i
                 where i.id = l.invitation_id and i.evaluation_id = any (:evaluations)""").executeUpdate();
        List<Tuple> rows = of(closed, """
                select d.uuid, v.organisation_id, c.title,
                       (select avg(a.number) from crm.evaluation_answer a
                          join crm.evaluation_response s on s.id = a.response_id
                          join crm.question k on k.id = a.question_id and k.topic = 'OVERALL'
                         where s.evaluation_id = v.id) as mark,
                       (select count(*) from crm.evaluation_response s where s.evaluation_id = v.id) as answers,
                       coalesce(r.low_mark, :low), coalesce(r.least_answers, :least)
                  from crm.evaluation v
                  join crm.edition d on d.id = v.edition_id
                  join crm.course c on c.id = d.course_id
                  left join crm.evaluation_rule r on r.organisation_id = v.organisation_id
                 where v.id = any (:evaluations) order by v.id""", Tuple.class)
                .setParameter("low", usualLow)
                .setParameter("least", usualLeast)
                .getResultList();
        return rows.stream()
                .map(row -> new Closed(
                        row.get(0, UUID.class),
                        row.get(1, Long.class),
                        row.get(2, String.class),
                        row.get(3, BigDecimal.class),
                        row.get(4, Long.class).intValue(),
                        row.get(5, BigDecimal.class),
                        row.get(6, Integer.class)))
                .toList();
    }

    /** Of what was closed before, how often which was answered is kept, and the answers are let go. Who was asked stays, as who was there does. */
    @SuppressWarnings("unchecked")
    int condense(Instant closedBefore, Instant now, int most) {
        List<Long> old = em.createNativeQuery("""
                        select id from crm.evaluation where condensed_at is null and closed_at < :before order by id limit :most""", Long.class)
                .setParameter("before", closedBefore)
                .setParameter("most", most)
                .getResultList();
        if (old.isEmpty()) {
            return 0;
        }
        of(old, """
                insert into crm.evaluation_count (evaluation_id, question_id, subject_id, number, times)
                select s.evaluation_id, a.question_id, a.subject_id, a.number, count(*)
                  from crm.evaluation_answer a join crm.evaluation_response s on s.id = a.response_id
                 where s.evaluation_id = any (:evaluations) and a.number is not null
                 group by s.evaluation_id, a.question_id, a.subject_id, a.number""").executeUpdate();
        of(old, """
                update crm.evaluation v
                   set condensed_at = :now,
                       condensed = (select count(*) from crm.evaluation_response s where s.evaluation_id = v.id)
                 where v.id = any (:evaluations)""").setParameter("now", now).executeUpdate();
        of(old, "delete from crm.evaluation_response where evaluation_id = any (:evaluations)")
                .executeUpdate();
        return old.size();
    }

    private Query of(List<Long> evaluations, String sql) {
        return em.createNativeQuery(sql).setParameter("evaluations", evaluations.toArray(Long[]::new));
    }

    private Query of(List<Long> evaluations, String sql, Class<?> type) {
        return em.createNativeQuery(sql, type).setParameter("evaluations", evaluations.toArray(Long[]::new));
    }
}
