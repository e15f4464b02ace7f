package nl.kring.crm.evaluation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Questionnaires in the database. */
class QuestionnaireTable {

    private static final String LINES = """
            select q.uuid, q.name, q.organisation_id is not null as own, q.latest,
                   (select count(*) from crm.question k join crm.questionnaire_version v on v.id = k.version_id
                     where v.questionnaire_id = q.id and v.number = q.latest) as questions,
                   q.retired_at is not null as retired,
                   q.id = coalesce((select r.questionnaire_id from crm.evaluation_rule r where r.organisation_id = :organisation),
                                   (select min(s.id) from crm.questionnaire s where s.organisation_id is null)) as usual
              from crm.questionnaire q
             where (q.organisation_id = :organisation or q.organisation_id is null)
               and (:retired or q.retired_at is null)
             order by q.organisation_id is null, lower(q.name), q.id""";

    private final EntityManager em;

    QuestionnaireTable(EntityManager em) {
        this.em = em;
    }

    /** A questionnaire that there is; of no organisation when it comes with the product. */
    record Kept(Long id, Long organisationId, String name, int latest, boolean retired) {}

    @SuppressWarnings("unchecked")
    List<QuestionnaireLine> lines(Long organisation, boolean retired) {
        List<Tuple> rows = em.createNativeQuery(LINES, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("retired", retired)
                .getResultList();
        return rows.stream()
                .map(row -> new QuestionnaireLine(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, Boolean.class),
                        row.get(3, Integer.class),
                        row.get(4, Long.class).intValue(),
                        row.get(5, Boolean.class),
                        row.get(6, Boolean.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    Optional<Kept> find(UUID uuid, boolean lock) {
        List<Tuple> rows = em.createNativeQuery(
                        "select id, organisation_id, name, latest, retired_at is not null as retired from crm.questionnaire"
                                + " where uuid = :uuid" + (lock ? " for update" : ""),
                        Tuple.class)
                .setParameter("uuid", uuid)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Kept(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, String.class),
                        row.get(3, Integer.class),
                        row.get(4, Boolean.class)));
    }

    @SuppressWarnings("unchecked")
    List<QuestionForm> questions(Long questionnaire, int number) {
        List<Tuple> rows = em.createNativeQuery("""
                        select k.kind, k.scope, k.topic, k.required, k.text_nl, k.text_en, k.options
                          from crm.question k join crm.questionnaire_version v on v.id = k.version_id
                         where v.questionnaire_id = :questionnaire and v.number = :number order by k.position""", Tuple.class)
                .setParameter("questionnaire", questionnaire)
                .setParameter("number", number)
                .getResultList();
        return rows.stream()
                .map(row -> new QuestionForm(
                        QuestionKind.valueOf(row.get(0, String.class)),
                        QuestionScope.valueOf(row.get(1, String.class)),
                        row.get(2) == null ? null : Topic.valueOf(row.get(2, String.class)),
                        row.get(3, Boolean.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        Arrays.asList((String[]) row.get(6))))
                .toList();
    }

    long used(Long questionnaire) {
        return number("""
                select count(*) from crm.evaluation e join crm.questionnaire_version v on v.id = e.version_id
                 where v.questionnaire_id = :questionnaire""", questionnaire);
    }

    private long number(String sql, Long questionnaire) {
        return ((Number) em.createNativeQuery(sql)
                        .setParameter("questionnaire", questionnaire)
                        .getSingleResult())
                .longValue();
    }

    UUID add(Long organisation, QuestionnaireForm form, Long account, Instant now) {
        UUID uuid = UUID.randomUUID();
        Long id = (Long) em.createNativeQuery("""
                        insert into crm.questionnaire (uuid, organisation_id, name, created_at, account_id)
                        values (:uuid, :organisation, :name, :now, cast(:account as bigint)) returning id""", Long.class)
                .setParameter("uuid", uuid)
                .setParameter("organisation", organisation)
                .setParameter("name", form.name())
                .setParameter("now", now)
                .setParameter("account", account)
                .getSingleResult();
        version(id, 1, form, account, now);
        return uuid;
    }

    void version(Long questionnaire, int number, QuestionnaireForm form, Long account, Instant now) {
        Long version = (Long) em.createNativeQuery("""
                        insert into crm.questionnaire_version (questionnaire_id, number, made_at, account_id)
                        values (:questionnaire, :number, :now, cast(:account as bigint)) returning id""", Long.class)
                .setParameter("questionnaire", questionnaire)
                .setParameter("number", number)
                .setParameter("now", now)
                .setParameter("account", account)
                .getSingleResult();
        int position = 0;
        for (QuestionForm question : form.questions()) {
            em.createNativeQuery("""
                            insert into crm.question (version_id, position, kind, scope, topic, required, text_nl, text_en, options)
                            values (:version, :position, :kind, :scope, cast(:topic as text), :required, :nl, cast(:en as text),
                                    cast(:options as text[]))""")
                    .setParameter("version", version)
                    .setParameter("position", ++position)
                    .setParameter("kind", question.kind().name())
                    .setParameter("scope", question.scope().name())
                    .setParameter(
                            "topic",
                            question.topic() == null ? null : question.topic().name())
                    .setParameter("required", question.required())
                    .setParameter("nl", question.textNl())
                    .setParameter("en", question.textEn())
                    .setParameter("options", question.options().toArray(String[]::new))
                    .executeUpdate();
        }
        em.createNativeQuery("update crm.questionnaire set latest = :number, name = :name where id = :id")
                .setParameter("number", number)
                .setParameter("name", form.name())
                .setParameter("id", questionnaire)
                .executeUpdate();
    }

    void retire(Long questionnaire, Instant when) {
        em.createNativeQuery("update crm.questionnaire set retired_at = cast(:when as timestamptz) where id = :id")
                .setParameter("when", when)
                .setParameter("id", questionnaire)
                .executeUpdate();
    }

    boolean isNameTaken(Long organisation, String name, Long but) {
        return !em.createNativeQuery("""
                        select 1 from crm.questionnaire
                         where organisation_id = :organisation and lower(name) = lower(:name) and id <> :but""", Integer.class)
                .setParameter("organisation", organisation)
                .setParameter("name", name)
                .setParameter("but", but)
                .getResultList()
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    Optional<EvaluationRule> rule(Long organisation) {
        List<Tuple> rows = em.createNativeQuery("""
                        select q.uuid, r.low_mark, r.least_answers
                          from crm.evaluation_rule r left join crm.questionnaire q on q.id = r.questionnaire_id
                         where r.organisation_id = :organisation""", Tuple.class)
                .setParameter("organisation", organisation)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new EvaluationRule(
                        row.get(0, UUID.class), row.get(1, BigDecimal.class), row.get(2, Integer.class)));
    }

    void rule(Long organisation, Long usual, EvaluationRule rule, Long account, Instant now) {
        em.createNativeQuery("""
                        insert into crm.evaluation_rule (organisation_id, questionnaire_id, low_mark, least_answers, changed_at, account_id)
                        values (:organisation, cast(:usual as bigint), :low, :least, :now, cast(:account as bigint))
                        on conflict (organisation_id) do update
                           set questionnaire_id = excluded.questionnaire_id, low_mark = excluded.low_mark,
                               least_answers = excluded.least_answers, changed_at = excluded.changed_at,
                               account_id = excluded.account_id""")
                .setParameter("organisation", organisation)
                .setParameter("usual", usual)
                .setParameter("low", rule.lowMark())
                .setParameter("least", rule.leastAnswers())
                .setParameter("now", now)
                .setParameter("account", account)
                .executeUpdate();
    }

    /** What a course was given: a row with a questionnaire, a row without for none, or no row for the usual one. */
    @SuppressWarnings("unchecked")
    Optional<Optional<UUID>> chosen(Long course) {
        List<Tuple> rows = em.createNativeQuery("""
                        select q.uuid from crm.course_questionnaire c left join crm.questionnaire q on q.id = c.questionnaire_id
                         where c.course_id = :course""", Tuple.class)
                .setParameter("course", course)
                .getResultList();
        return rows.stream().findFirst().map(row -> Optional.ofNullable(row.get(0, UUID.class)));
    }

    void choose(Long course, Long questionnaire, Long account, Instant now) {
        em.createNativeQuery("""
                        insert into crm.course_questionnaire (course_id, questionnaire_id, changed_at, account_id)
                        values (:course, cast(:questionnaire as bigint), :now, cast(:account as bigint))
                        on conflict (course_id) do update
                           set questionnaire_id = excluded.questionnaire_id, changed_at = excluded.changed_at,
                               account_id = excluded.account_id""")
                .setParameter("course", course)
                .setParameter("questionnaire", questionnaire)
                .setParameter("now", now)
                .setParameter("account", account)
                .executeUpdate();
    }

    void chooseUsual(Long course) {
        em.createNativeQuery("delete from crm.course_questionnaire where course_id = :course")
                .setParameter("course", course)
                .executeUpdate();
    }
}
