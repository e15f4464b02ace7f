package nl.kring.crm.evaluation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Invitations and answers in the database. Writing an answer touches every invitation of the evaluation alike, so that not even the
 * order in which the database wrote its rows tells who was the last.
 */
class AnswerTable {

    private final EntityManager em;

    AnswerTable(EntityManager em) {
        this.em = em;
    }

    /** An invitation, as the link in the mail or its holder finds it. */
    record Invited(
            Long invitation,
            boolean answered,
            Long evaluation,
            Long version,
            boolean closed,
            LocalDate dueOn,
            LocalDate heldOn,
            String title,
            String organiser) {}

    /** A question with its number, and about whom or what it is asked. */
    record Asked(Long question, Long subject, AskedQuestion shown) {}

    /** A number, or words, that answers it. */
    record Given(Asked asked, Integer number, String words) {}

    private static final String INVITED = """
            select i.id, i.answered, v.id, v.version_id, v.closed_at is not null, cast(v.due_on as text),
                   cast(cast((d.ends_at at time zone 'Europe/Amsterdam') as date) as text), c.title, o.name
              from crm.evaluation_invitation i
              join crm.evaluation v on v.id = i.evaluation_id
              join crm.edition d on d.id = v.edition_id
              join crm.course c on c.id = d.course_id
              join crm.organisation o on o.id = v.organisation_id
             where %s""";

    private static final String BY_LINK =
            "i.id in (select l.invitation_id from crm.evaluation_link l where l.token_hash = :key)";

    /** Whoever holds the link; when it is to be written, nobody else writes an answer to the same evaluation meanwhile. */
    Optional<Invited> byLink(byte[] hash, boolean write) {
        if (write) {
            em.createNativeQuery("""
                            select v.id from crm.evaluation v
                             where v.id in (select i.evaluation_id from crm.evaluation_invitation i where %s) for update""".formatted(BY_LINK), Long.class)
                    .setParameter("key", hash)
                    .getResultList();
        }
        return one(em.createNativeQuery(INVITED.formatted(BY_LINK), Tuple.class).setParameter("key", hash));
    }

    /** The own invitation, while it can be answered. */
    Optional<Invited> own(UUID uuid, Long person) {
        return one(em.createNativeQuery(
                        INVITED.formatted(
                                "i.uuid = :key and not i.answered and v.closed_at is null"
                                        + " and i.enrolment_id in (select e.id from crm.enrolment e where e.person_id = :person)"),
                        Tuple.class)
                .setParameter("key", uuid)
                .setParameter("person", person));
    }

    @SuppressWarnings("unchecked")
    private static Optional<Invited> one(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Invited(
                        row.get(0, Long.class),
                        row.get(1, Boolean.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Boolean.class),
                        LocalDate.parse(row.get(5, String.class)),
                        LocalDate.parse(row.get(6, String.class)),
                        row.get(7, String.class),
                        row.get(8, String.class)));
    }

    @SuppressWarnings("unchecked")
    List<MyEvaluation> open(Long person, LocalDate today) {
        List<Tuple> rows = em.createNativeQuery("""
                        select i.uuid, c.title, o.name, cast(cast((d.ends_at at time zone 'Europe/Amsterdam') as date) as text),
                               cast(v.due_on as text)
                          from crm.enrolment e
                          join crm.evaluation_invitation i on i.enrolment_id = e.id and not i.answered
                          join crm.evaluation v on v.id = i.evaluation_id and v.closed_at is null and v.due_on >= :today
                          join crm.edition d on d.id = v.edition_id
                          join crm.course c on c.id = d.course_id
                          join crm.organisation o on o.id = v.organisation_id
                         where e.person_id = :person order by v.due_on, i.id""", Tuple.class)
                .setParameter("person", person)
                .setParameter("today", today)
                .getResultList();
        return rows.stream()
                .map(row -> new MyEvaluation(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        LocalDate.parse(row.get(3, String.class)),
                        LocalDate.parse(row.get(4, String.class))))
                .toList();
    }

    /** Every question as often as it is asked: those about a teacher or a session for each, one after the other. */
    @SuppressWarnings("unchecked")
    List<Asked> asked(Invited invited) {
        List<Tuple> rows = em.createNativeQuery("""
                        select k.id as question, k.uuid, s.id as subject, s.label, k.kind, k.scope, k.topic, k.required, k.text_nl,
                               k.text_en, k.options
                          from crm.question k
                          left join crm.evaluation_subject s on s.evaluation_id = :evaluation and s.scope = k.scope
                         where k.version_id = :version and (k.scope = 'COURSE' or s.id is not null)
                         order by (select min(f.position) from crm.question f
                                    where f.version_id = k.version_id and f.scope = k.scope and k.scope <> 'COURSE') nulls first,
                                  s.position nulls first, k.position""", Tuple.class)
                .setParameter("evaluation", invited.evaluation())
                .setParameter("version", invited.version())
                .getResultList();
        List<Asked> asked = new ArrayList<>();
        for (Tuple row : rows) {
            Long subject = row.get("subject", Long.class);
            QuestionForm question = new QuestionForm(
                    QuestionKind.valueOf(row.get("kind", String.class)),
                    QuestionScope.valueOf(row.get("scope", String.class)),
                    row.get("topic") == null ? null : Topic.valueOf(row.get("topic", String.class)),
                    row.get("required", Boolean.class),
                    row.get("text_nl", String.class),
                    row.get("text_en", String.class),
                    Arrays.asList((String[]) row.get("options")));
            String key = "q-" + row.get("uuid", UUID.class) + (subject == null ? "" : "-" + subject);
            asked.add(new Asked(
                    row.get("question", Long.class),
                    subject,
                    new AskedQuestion(key, row.get("label", String.class), question)));
        }
        return asked;
    }

    void write(Invited invited, List<Given> answers) {
        UUID response = UUID.randomUUID();
        em.createNativeQuery("insert into crm.evaluation_response (id, evaluation_id) values (:id, :evaluation)")
                .setParameter("id", response)
                .setParameter("evaluation", invited.evaluation())
                .executeUpdate();
        for (Given answer : answers) {
            em.createNativeQuery("""
                            insert into crm.evaluation_answer (response_id, question_id, subject_id, number, words)
                            values (:response, :question, cast(:subject as bigint), cast(:number as integer), cast(:words as text))""")
                    .setParameter("response", response)
                    .setParameter("question", answer.asked().question())
                    .setParameter("subject", answer.asked().subject())
                    .setParameter("number", answer.number())
                    .setParameter("words", answer.words())
                    .executeUpdate();
        }
        em.createNativeQuery("""
                        update crm.evaluation_invitation set answered = answered or id = :invitation
                         where evaluation_id = :evaluation""")
                .setParameter("invitation", invited.invitation())
                .setParameter("evaluation", invited.evaluation())
                .executeUpdate();
    }
}
