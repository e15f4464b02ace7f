package nl.kring.crm.evaluation;

import static nl.kring.crm.database.Wired.made;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;

/** A real database with courses that were held, their participants, and the clock that asks them. */
final class Asked implements AutoCloseable {

    static final LocalDate EVENING = LocalDate.of(2026, 11, 18);

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

    final Ledger ledger = new Ledger();
    private Clock clock = at(EVENING.plusDays(1));

    Asked() throws Exception {}

    /** Ten in the morning of that day. */
    Asked on(LocalDate day) {
        clock = at(day);
        return this;
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(
                day.atTime(LocalTime.of(10, 0)).atZone(SystemClock.AMSTERDAM).toInstant(), SystemClock.AMSTERDAM);
    }

    Instant now() {
        return clock.instant();
    }

    /** A course on the evening, with so many who were there; gives the edition. */
    UUID held(String title, int participants) {
        UUID edition = ledger.held(title, EVENING.toString());
        for (int i = 1; i <= participants; i++) {
            ledger.enrolled(edition, person(title + " " + i));
        }
        ledger.with(Attendances.class, ledger.staff("NOORD"), all -> all.presentAll(edition));
        return edition;
    }

    long person(String name) {
        long person = ledger.person(name, "GP");
        ledger.run(
                "update crm.person set email = id || '@example.nl' where id = cast(:a as bigint)",
                Long.toString(person));
        return person;
    }

    /** Somebody who teaches the course of that edition; known in the register. */
    long taughtBy(UUID edition, String name) {
        long person = person(name);
        teaches(edition, person, null);
        return person;
    }

    /** A person of the register, or a guest by name alone. */
    void teaches(UUID edition, Long person, String guest) {
        ledger.run("""
                insert into crm.course_profile (id, uuid, course_id)
                select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id from crm.edition e
                 where e.uuid = cast(:a as uuid) on conflict (course_id) do nothing""", edition.toString());
        ledger.run("""
                insert into crm.course_speaker (id, uuid, profile_id, position, person_id, name, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), f.id, (select count(*) + 1 from crm.course_speaker x where x.profile_id = f.id),
                       cast(nullif(:b, '') as bigint), nullif(:c, ''), now()
                  from crm.course_profile f join crm.edition e on e.course_id = f.course_id
                 where e.uuid = cast(:a as uuid)""", edition.toString(), person == null ? "" : person.toString(), guest == null ? "" : guest);
    }

    void look() {
        ledger.database.change(em ->
                made(EvaluationClock.class, em, clock, AgendaDatabase.visitor()).look());
    }

    <T> T questionnaires(String organisation, Function<Questionnaires, T> work) {
        return as(Questionnaires.class, ledger.staff(organisation), work);
    }

    void change(String organisation, Consumer<Questionnaires> work) {
        questionnaires(organisation, all -> {
            work.accept(all);
            return null;
        });
    }

    EvaluationResults results(UUID edition) {
        return as(Evaluations.class, ledger.staff("NOORD"), all -> all.results(edition));
    }

    <B, T> T as(Class<B> boundary, CurrentUser caller, Function<B, T> work) {
        return ledger.database.inTransaction(em -> work.apply(made(boundary, em, clock, caller)));
    }

    /** The links that were mailed about a course, the oldest first. */
    List<String> links(String title) {
        List<String> links = new ArrayList<>();
        for (String body : ledger.texts(
                "select m.body from crm.message m where m.body like :a order by m.id", "%“" + title + "”%")) {
            Matcher link = TOKEN.matcher(body);
            if (link.find()) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    long mails(String kind, String title) {
        return ledger.number(
                "select count(*) from crm.message m where m.kind = :a and m.body like :b", kind, "%“" + title + "”%");
    }

    AskedEvaluation asked(String token) {
        return as(EvaluationLinks.class, AgendaDatabase.visitor(), links -> links.asked(token));
    }

    void answer(String token, Map<String, List<String>> answers) {
        as(EvaluationLinks.class, AgendaDatabase.visitor(), links -> {
            links.answer(token, answers);
            return null;
        });
    }

    /** Every scale with that number, every text with these words. */
    void answer(String token, int mark, String words) {
        answer(token, filled(asked(token), mark, words));
    }

    static Map<String, List<String>> filled(AskedEvaluation asked, int mark, String words) {
        Map<String, List<String>> answers = new HashMap<>();
        for (AskedQuestion each : asked.questions()) {
            answers.put(
                    each.key(),
                    switch (each.question().kind()) {
                        case MARK -> List.of(Integer.toString(mark));
                        case AGREE -> List.of(Integer.toString((mark + 1) / 2));
                        case TEXT -> words == null ? List.of() : List.of(words);
                        default -> List.of("1");
                    });
        }
        return answers;
    }

    @Override
    public void close() throws Exception {
        ledger.close();
    }
}
