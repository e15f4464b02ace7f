package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.registry.lists.Finder;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three hundred questions as people type them, made from the five registers of Twente by a fixed seed, fifty of each class,
 * and where in the answer the person stands that was meant. Somebody of whom two rows still wait to be recognised as one is
 * found with either.
 */
class ForgivingSearchTest {

    private static final int OF_EACH = 50;
    private static final long SEED = 20260301;

    private record Known(
            String uuid,
            String truly,
            String initials,
            String given,
            String prefix,
            String surname,
            String place,
            String phone,
            String former) {}

    private record Question(String typed, Known meant) {}

    private static final Map<String, String> trulyOf = new HashMap<>();
    private static List<Known> everybody;

    @BeforeAll
    static void the_five_registers_are_in() throws Exception {
        IntakeFixture.reset();
        TwenteTruth.bringIn(TwenteTruth.FILES.keySet());
        Map<String, String> truth = TwenteTruth.persons();
        IntakeFixture.rows(
                        "select p.uuid, r.register_code, r.source_key from crm.source_record r join crm.person p on p.id = r.person_id")
                .stream()
                .map(row -> row.split("\\|"))
                .forEach(row ->
                        trulyOf.put(row[0], truth.getOrDefault(Matching.name(row[1], row[2]), row[1] + " " + row[2])));
        everybody = IntakeFixture.rows("""
                        with said as materialized (select * from crm.said),
                        phone as (
                          select s.value, min(s.person_id) as person_id from said s
                           where s.field in ('phone', 'mobile') group by s.value
                          having count(distinct s.person_id) = 1 and bool_or(not s.private or s.register_code = 'FEA')),
                        dialled as (select person_id, min(value) as value from phone group by person_id),
                        former as (
                          select s.person_id, min(s.value) as value from said s join crm.person p on p.id = s.person_id
                           where s.field in ('birthName', 'partnerName') and not s.private
                             and position(lower(s.value) in lower(p.display_name)) = 0
                           group by s.person_id)
                        select p.uuid, coalesce(p.initials, ''), coalesce(p.given_name, ''), coalesce(p.birth_prefix, ''),
                               p.birth_name, coalesce(p.workplace_place, ''), coalesce(d.value, ''), coalesce(f.value, ''), ''
                          from crm.person p
                          left join dialled d on d.person_id = p.id
                          left join former f on f.person_id = p.id
                         where p.merged_into_id is null and p.birth_name is not null
                         order by p.sort_name, p.birth_date, p.search_text""").stream()
                .map(row -> row.split("\\|", -1))
                .map(c -> new Known(c[0], trulyOf.get(c[0]), c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
                .toList();
    }

    @Test
    void whoever_is_meant_stands_at_the_top_however_it_is_typed() {
        Random chance = new Random(SEED);
        Map<String, List<Question>> questions = new LinkedHashMap<>();
        questions.put(
                "one slip",
                pick(
                        chance,
                        known -> !known.initials.isEmpty() && known.surname.length() > 3,
                        known -> known.initials + " " + withSlip(known.surname, chance)));
        questions.put(
                "ij and y",
                pick(
                        chance,
                        known -> known.surname.toLowerCase(Locale.ROOT).contains("ij") && !known.initials.isEmpty(),
                        known -> known.initials + " "
                                + known.surname
                                        .replace("ij", "y")
                                        .replace("IJ", "Y")
                                        .replace("Ij", "Y")));
        questions.put(
                "accents",
                pick(
                        chance,
                        known -> !known.given.isEmpty(),
                        known -> accented(known.given, chance) + " " + accented(known.surname, chance)));
        questions.put(
                "initials",
                pick(
                        chance,
                        known -> !known.initials.isEmpty(),
                        known -> known.initials.substring(0, 1) + ". " + (known.prefix + " " + known.surname).strip()
                                + " " + known.place));
        questions.put("phone", pick(chance, known -> !known.phone.isEmpty(), known -> dialled(known.phone, chance)));
        questions.put(
                "former name",
                pick(
                        chance,
                        known -> !known.former.isEmpty() && !known.initials.isEmpty(),
                        known -> known.initials + " " + known.former));

        int asked = 0;
        int first = 0;
        int five = 0;
        StringBuilder told = new StringBuilder();
        for (Map.Entry<String, List<Question>> each : questions.entrySet()) {
            List<Integer> places =
                    each.getValue().stream().map(ForgivingSearchTest::place).toList();
            int firstHere = (int) places.stream().filter(place -> place == 1).count();
            int fiveHere = (int) places.stream().filter(place -> place <= 5).count();
            told.append("%-12s asked %3d  first %3d  in five %3d%n"
                    .formatted(each.getKey(), places.size(), firstHere, fiveHere));
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i) > 1) {
                    told.append("    ")
                            .append(places.get(i))
                            .append(" ")
                            .append(each.getValue().get(i))
                            .append('\n');
                }
            }
            asked += places.size();
            first += firstHere;
            five += fiveHere;
        }
        System.out.println(told);
        assertThat(asked).isEqualTo(6 * OF_EACH);
        assertThat(five).as(told.toString()).isGreaterThanOrEqualTo(asked * 95 / 100);
        assertThat(first).as(told.toString()).isGreaterThanOrEqualTo(asked * 85 / 100);
    }

    private static List<Question> pick(
            Random chance, java.util.function.Predicate<Known> fit, java.util.function.Function<Known, String> typed) {
        List<Known> fitting = everybody.stream().filter(fit).toList();
        List<Question> questions = new ArrayList<>();
        while (questions.size() < OF_EACH) {
            Known known = fitting.get(chance.nextInt(fitting.size()));
            questions.add(new Question(typed.apply(known), known));
        }
        return questions;
    }

    /** One, two, ... or a thousand when not among the ten that are shown. */
    private static int place(Question question) {
        List<String> found =
                IntakeFixture.inTransaction(
                                em -> wired(new Finder(), em, new StaffOfFea()).find(question.typed))
                        .persons()
                        .stream()
                        .map(hit -> trulyOf.get(hit.uuid().toString()))
                        .toList();
        int at = found.indexOf(question.meant.truly);
        return at < 0 ? 1000 : at + 1;
    }

    private static String withSlip(String name, Random chance) {
        int at = 1 + chance.nextInt(name.length() - 2);
        char letter = (char) ('a' + chance.nextInt(26));
        return switch (chance.nextInt(4)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 2 -> name.substring(0, at) + letter + name.substring(at);
            default -> name.substring(0, at) + name.substring(at + 1);
        };
    }

    private static String accented(String name, Random chance) {
        String vowels = "aeiou";
        String with = "áéïöü";
        String result = name;
        for (int i = 0; i < vowels.length(); i++) {
            if (chance.nextBoolean()) {
                result = result.replace(vowels.charAt(i), with.charAt(i));
            }
        }
        return result;
    }

    private static String dialled(String phone, Random chance) {
        String home = "0" + phone.substring(3);
        return switch (chance.nextInt(5)) {
            case 0 -> home.substring(0, 2) + "-" + home.substring(2);
            case 1 -> "+31 " + home.substring(1, 2) + " " + home.substring(2, 6) + " " + home.substring(6);
            case 2 -> "0031" + home.substring(1);
            case 3 -> "+31 (0)" + home.substring(1, 2) + " " + home.substring(2);
            default ->
                home.substring(0, 2) + " " + home.substring(2, 4) + " " + home.substring(4, 6) + " "
                        + home.substring(6);
        };
    }

    private static final class StaffOfFea extends CurrentUser {

        @Override
        public boolean has(Role role) {
            return role == Role.STAFF;
        }

        @Override
        public Long organisationId() {
            return Long.valueOf(IntakeFixture.rows("select id from crm.organisation where code = 'FEA'")
                    .get(0));
        }
    }
}
