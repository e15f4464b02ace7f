package nl.kring.crm.evaluation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.kring.crm.evaluation.EvaluationResults.QuestionResult;
import nl.kring.crm.evaluation.EvaluationResults.Times;

/** What came of evaluations: answers, and what is left of old ones, as if they were one. */
class ResultTable {

    /** How often each number was answered, of evaluations that the condition chooses. */
    private static final String NUMBERS = """
            (select s.evaluation_id, a.question_id, a.subject_id, a.number, count(*) as times
               from crm.evaluation_answer a join crm.evaluation_response s on s.id = a.response_id
              where a.number is not null and s.evaluation_id in (%1$s)
              group by s.evaluation_id, a.question_id, a.subject_id, a.number
             union all
             select n.evaluation_id, n.question_id, n.subject_id, n.number, n.times
               from crm.evaluation_count n where n.evaluation_id in (%1$s))""";

    private static final String HOW_MANY =
            "(v.condensed + (select count(*) from crm.evaluation_response s where s.evaluation_id = v.id))";

    /** Those of an organisation in a year that are closed and that enough participants answered. */
    private static final String ENOUGH = """
            select v.id from crm.evaluation v join crm.edition d on d.id = v.edition_id
             where v.organisation_id = :organisation and v.closed_at is not null
               and extract(year from d.ends_at at time zone 'Europe/Amsterdam') = :year and %s >= %d""".formatted(HOW_MANY, EvaluationResults.FEWEST);

    private final EntityManager em;

    ResultTable(EntityManager em) {
        this.em = em;
    }

    /** An evaluation without its answers. */
    record Head(Long id, Long version, EvaluationResults results) {}

    @SuppressWarnings("unchecked")
    Optional<Head> head(UUID edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select v.id, v.version_id, c.title, o.name, cast(cast((d.ends_at at time zone 'Europe/Amsterdam') as date) as text),
                               cast(v.due_on as text), v.closed_at is not null, v.condensed_at is not null,
                               (select count(*) from crm.evaluation_invitation i where i.evaluation_id = v.id), %s
                          from crm.edition d
                          join crm.course c on c.id = d.course_id
                          join crm.organisation o on o.id = c.organiser_id
                          left join crm.evaluation v on v.edition_id = d.id
                         where d.uuid = :edition""".formatted(HOW_MANY), Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Head(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        new EvaluationResults(
                                edition,
                                row.get(2, String.class),
                                row.get(3, String.class),
                                day(row.get(4, String.class)),
                                day(row.get(5, String.class)),
                                Boolean.TRUE.equals(row.get(6)),
                                Boolean.TRUE.equals(row.get(7)),
                                row.get(8, Number.class).intValue(),
                                row.get(9) == null
                                        ? 0
                                        : row.get(9, Number.class).intValue(),
                                List.of())));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** One question about one subject, before its answers are counted. */
    private record Line(Long question, Long subject, String about, Long person, QuestionForm form) {}

    /**
     * All questions with what was answered.
     *
     * @param speaker of whom alone teachers' questions are told, and then nothing that was written about the whole; null for all
     */
    List<QuestionResult> questions(Head head, Long speaker) {
        Map<String, Map<Integer, Integer>> numbers = numbers(head.id());
        Map<String, List<String>> words = words(head.id());
        List<QuestionResult> results = new ArrayList<>();
        for (Line line : lines(head)) {
            boolean told = speaker == null
                    || line.form().scope() == QuestionScope.SPEAKER && speaker.equals(line.person())
                    || line.form().scope() == QuestionScope.COURSE
                            && line.form().kind() != QuestionKind.TEXT;
            if (told) {
                String key = line.question() + "-" + line.subject();
                results.add(result(line, numbers.getOrDefault(key, Map.of()), words.getOrDefault(key, List.of())));
            }
        }
        return results;
    }

    private static QuestionResult result(Line line, Map<Integer, Integer> numbers, List<String> words) {
        QuestionForm form = line.form();
        int answers = numbers.values().stream().mapToInt(Integer::intValue).sum() + words.size();
        long sum = numbers.entrySet().stream()
                .mapToLong(each -> (long) each.getKey() * each.getValue())
                .sum();
        BigDecimal average = form.kind().isScale() && answers > 0
                ? BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answers), 2, RoundingMode.HALF_UP)
                : null;
        List<Times> times = IntStream.rangeClosed(
                        1, form.kind().highest(form.options().size()))
                .mapToObj(number -> new Times(
                        form.kind().hasOptions() ? form.options().get(number - 1) : Integer.toString(number),
                        numbers.getOrDefault(number, 0)))
                .toList();
        return new QuestionResult(form, line.about(), answers, average, times, words);
    }

    @SuppressWarnings("unchecked")
    private List<Line> lines(Head head) {
        List<Tuple> rows = em.createNativeQuery("""
                        select k.id, s.id, s.label, s.person_id, k.kind, k.scope, k.topic, k.required, k.text_nl, k.text_en, k.options
                          from crm.question k
                          left join crm.evaluation_subject s on s.evaluation_id = :evaluation and s.scope = k.scope
                         where k.version_id = :version and (k.scope = 'COURSE' or s.id is not null)
                         order by k.position, s.position""", Tuple.class)
                .setParameter("evaluation", head.id())
                .setParameter("version", head.version())
                .getResultList();
        return rows.stream()
                .map(row -> new Line(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, String.class),
                        row.get(3, Long.class),
                        new QuestionForm(
                                QuestionKind.valueOf(row.get(4, String.class)),
                                QuestionScope.valueOf(row.get(5, String.class)),
                                row.get(6) == null ? null : Topic.valueOf(row.get(6, String.class)),
                                row.get(7, Boolean.class),
                                row.get(8, String.class),
                                row.get(9, String.class),
                                Arrays.asList((String[]) row.get(10)))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<Integer, Integer>> numbers(Long evaluation) {
        List<Tuple> rows = em.createNativeQuery(
                        "select question_id, subject_id, number, times from " + NUMBERS.formatted(":evaluation")
                                + " as n",
                        Tuple.class)
                .setParameter("evaluation", evaluation)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0) + "-" + row.get(1),
                        Collectors.toMap(
                                row -> row.get(2, Integer.class),
                                row -> row.get(3, Number.class).intValue(),
                                Integer::sum,
                                TreeMap::new)));
    }

    /** In an order that has nothing to do with that of other questions: what one person wrote is not found together. */
    @SuppressWarnings("unchecked")
    private Map<String, List<String>> words(Long evaluation) {
        List<Tuple> rows = em.createNativeQuery("""
                        select a.question_id, a.subject_id, a.words
                          from crm.evaluation_answer a join crm.evaluation_response s on s.id = a.response_id
                         where s.evaluation_id = :evaluation and a.words is not null
                         order by md5(concat(a.response_id, a.question_id, a.subject_id))""", Tuple.class)
                .setParameter("evaluation", evaluation)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0) + "-" + row.get(1),
                        Collectors.mapping(row -> row.get(2, String.class), Collectors.toList())));
    }

    EvaluationYear year(Long organisation, int year) {
        return new EvaluationYear(
                year, editions(organisation, year), topics(organisation, year), speakers(organisation, year));
    }

    @SuppressWarnings("unchecked")
    private List<EvaluationYear.Line> editions(Long organisation, int year) {
        List<Tuple> rows = em.createNativeQuery("""
                        select d.uuid, c.title, cast(cast((d.ends_at at time zone 'Europe/Amsterdam') as date) as text),
                               (select count(*) from crm.evaluation_invitation i where i.evaluation_id = v.id), %s,
                               case when v.id in (%s) then
                                 (select sum(n.number * n.times) / sum(n.times) from %s as n join crm.question k on k.id = n.question_id
                                   where k.topic = 'OVERALL') end
                          from crm.evaluation v
                          join crm.edition d on d.id = v.edition_id
                          join crm.course c on c.id = d.course_id
                         where v.organisation_id = :organisation
                           and extract(year from d.ends_at at time zone 'Europe/Amsterdam') = :year
                         order by d.ends_at desc, d.id""".formatted(HOW_MANY, ENOUGH, NUMBERS.formatted("v.id")), Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("year", year)
                .getResultList();
        return rows.stream()
                .map(row -> new EvaluationYear.Line(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        day(row.get(2, String.class)),
                        row.get(3, Number.class).intValue(),
                        row.get(4, Number.class).intValue(),
                        rounded(row.get(5, BigDecimal.class))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<EvaluationYear.OfTopic> topics(Long organisation, int year) {
        List<Tuple> rows = em.createNativeQuery("""
                        select k.topic, k.kind, sum(n.times), sum(n.number * n.times) / sum(n.times)
                          from %s as n join crm.question k on k.id = n.question_id
                         where k.topic is not null and k.kind in ('MARK', 'AGREE')
                         group by k.topic, k.kind""".formatted(NUMBERS.formatted(ENOUGH)), Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("year", year)
                .getResultList();
        return rows.stream()
                .map(row -> new EvaluationYear.OfTopic(
                        Topic.valueOf(row.get(0, String.class)),
                        QuestionKind.valueOf(row.get(1, String.class)),
                        row.get(2, Number.class).intValue(),
                        rounded(row.get(3, BigDecimal.class))))
                .sorted(Comparator.comparing(EvaluationYear.OfTopic::topic))
                .toList();
    }

    /** By person where the teacher is known in the register, else by name. */
    @SuppressWarnings("unchecked")
    private List<EvaluationYear.OfSpeaker> speakers(Long organisation, int year) {
        List<Tuple> rows = em.createNativeQuery("""
                        select min(b.label), count(distinct n.evaluation_id), sum(n.times), sum(n.number * n.times) / sum(n.times)
                          from %s as n
                          join crm.question k on k.id = n.question_id and k.scope = 'SPEAKER' and k.kind = 'MARK'
                          join crm.evaluation_subject b on b.id = n.subject_id
                         group by coalesce(cast(b.person_id as text), lower(b.label))
                         order by lower(min(b.label))""".formatted(NUMBERS.formatted(ENOUGH)), Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("year", year)
                .getResultList();
        return rows.stream()
                .map(row -> new EvaluationYear.OfSpeaker(
                        row.get(0, String.class),
                        row.get(1, Number.class).intValue(),
                        row.get(2, Number.class).intValue(),
                        rounded(row.get(3, BigDecimal.class))))
                .toList();
    }

    private static BigDecimal rounded(BigDecimal average) {
        return average == null ? null : average.setScale(2, RoundingMode.HALF_UP);
    }

    /** The editions at which somebody taught and of which he or she may see what came of it. */
    @SuppressWarnings("unchecked")
    List<EvaluationYear.Line> taught(Long person) {
        List<Tuple> rows = em.createNativeQuery("""
                        select distinct d.uuid, c.title, cast(cast((d.ends_at at time zone 'Europe/Amsterdam') as date) as text) as day,
                               (select count(*) from crm.evaluation_invitation i where i.evaluation_id = v.id), %1$s
                          from crm.evaluation_subject b
                          join crm.evaluation v on v.id = b.evaluation_id and v.closed_at is not null
                          join crm.edition d on d.id = v.edition_id
                          join crm.course c on c.id = d.course_id
                         where b.person_id = :person and %1$s >= %2$d
                         order by day desc""".formatted(HOW_MANY, EvaluationResults.FEWEST), Tuple.class)
                .setParameter("person", person)
                .getResultList();
        return rows.stream()
                .map(row -> new EvaluationYear.Line(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        day(row.get(2, String.class)),
                        row.get(3, Number.class).intValue(),
                        row.get(4, Number.class).intValue(),
                        null))
                .toList();
    }
}
