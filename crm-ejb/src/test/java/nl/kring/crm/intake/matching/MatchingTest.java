package nl.kring.crm.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.kring.crm.intake.matching.Matching.Decision;
import nl.kring.crm.intake.matching.Matching.Outcome;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.Test;

/** When records are one person, when they are not, and when somebody has to say. */
class MatchingTest {

    private static final String BIG = "39054148101";
    private static final String OTHER_BIG = "49918001604";
    private static final LocalDate BORN = LocalDate.of(1971, 5, 3);

    @Test
    void the_same_big_number_and_the_same_name_are_one_person() {
        assertThat(joined(
                        named("A", "1", "Wolterink", "A.B.").big(BIG),
                        named("B", "2", "de Vries-Wolterink", "A.").big(BIG)))
                .isTrue();
    }

    @Test
    void a_number_that_a_colleague_pasted_does_not_make_two_people_one() {
        assertThat(joined(
                        named("A", "1", "Wolterink", "A.B.").big(BIG).born(BORN),
                        named("B", "2", "Bakker", "C.").big(BIG).born(LocalDate.of(1989, 1, 12))))
                .isFalse();
    }

    @Test
    void a_woman_under_her_own_name_and_under_that_of_her_partner_is_one_person_when_a_number_says_so() {
        assertThat(joined(
                        named("A", "1", "Wolterink", "A.B.").big(BIG).born(BORN).woman(),
                        named("B", "2", "Jansen", "A.B.").big(BIG).born(BORN).woman()))
                .isTrue();
    }

    @Test
    void johannes_and_jan_of_one_birth_date_are_one_person() {
        assertThat(joined(
                        named("A", "1", "Wolterink", null).given("Johannes").born(BORN),
                        named("B", "2", "Wolterink", null).given("Jan").born(BORN)))
                .isTrue();
    }

    @Test
    void a_slip_in_the_birth_date_keeps_nobody_apart() {
        assertThat(joined(
                        named("A", "1", "Wolterink", "A.B.").big(BIG).born(BORN),
                        named("B", "2", "Wolterink", "A.B.").big(BIG).born(LocalDate.of(1971, 3, 5))))
                .isTrue();
    }

    @Test
    void twins_with_other_given_names_are_never_joined_without_being_asked_about() {
        Outcome outcome = place(
                named("A", "1", "Wolterink", "J.").given("Judith").born(BORN).woman(),
                named("B", "2", "Wolterink", "J.").given("Josien").born(BORN).woman());
        assertThat(outcome.groups()).hasSize(CROWD + 2);
    }

    @Test
    void father_and_son_in_one_practice_are_two() {
        assertThat(joined(
                        named("A", "1", "Wolterink", "J.H.").born(BORN).at("Praktijk de Rij", "7511 AB"),
                        named("B", "2", "Wolterink", "J.H.")
                                .born(LocalDate.of(1999, 11, 20))
                                .at("Praktijk de Rij", "7511 AB")))
                .isFalse();
    }

    @Test
    void colleagues_share_a_workplace_and_nothing_else() {
        Outcome outcome = place(
                named("A", "1", "Wolterink", "J.H.").at("Praktijk de Rij", "7511 AB"),
                named("B", "2", "Assink", "M.").at("Praktijk de Rij", "7511 AB"));
        assertThat(outcome.groups()).hasSize(CROWD + 2);
        assertThat(outcome.doubts()).isEmpty();
    }

    @Test
    void an_agb_code_under_which_more_families_stand_is_nobodys() {
        assertThat(joined(
                        named("A", "1", "Wolterink", "J.").agb("01290870"),
                        named("B", "2", "Wolterink", "J.").agb("01290870"),
                        named("A", "3", "Assink", "C.").agb("01290870"),
                        named("A", "4", "Visser", "D.").agb("01290870")))
                .isFalse();
    }

    @Test
    void an_agb_code_that_some_register_gives_to_a_practice_is_nobodys() {
        assertThat(joined(
                        named("A", "1", "Wolterink", "J.").agb("01290870"),
                        named("B", "2", "Wolterink", "J.").agb("01290870"),
                        named("A", "3", "Wolterink", "J.").practice("01290870")))
                .isFalse();
    }

    @Test
    void what_people_said_is_obeyed() {
        Claim one = named("A", "1", "Wolterink", "A.B.").big(BIG).born(BORN).claim();
        Claim two = named("B", "2", "Wolterink", "A.B.").big(BIG).born(BORN).claim();
        assertThat(together(place(List.of(), one, two), one, two)).isTrue();
        Outcome apart = place(List.of(decision(one, two, false)), one, two);
        assertThat(together(apart, one, two)).isFalse();
        assertThat(apart.doubts()).as("and is not asked again").isEmpty();
        Claim stranger = named("B", "3", "Assink", "C.").claim();
        assertThat(together(place(List.of(decision(one, stranger, true)), one, stranger), one, stranger))
                .isTrue();
    }

    @Test
    void a_third_record_brings_two_together_that_had_too_little_in_common() {
        Claim one = named("A", "1", "Wolterink", "A.").big(BIG).claim();
        Claim two = named("B", "2", "Wolterink", "A.").mobile("+31612345678").claim();
        Claim three = named("C", "3", "Wolterink", "A.")
                .big(BIG)
                .mobile("+31612345678")
                .claim();
        assertThat(together(place(List.of(), one, two, three), one, two)).isTrue();
    }

    @Test
    void whose_numbers_differ_are_not_joined_by_somebody_between_them() {
        Claim one = named("A", "1", "Wolterink", "A.").big(BIG).born(BORN).claim();
        Claim two = named("B", "2", "Wolterink", "A.").big(OTHER_BIG).born(BORN).claim();
        Claim three = named("C", "3", "Wolterink", "A.")
                .born(BORN)
                .mobile("+31612345678")
                .claim();
        assertThat(together(place(List.of(), one, two, three), one, two)).isFalse();
    }

    @Test
    void whoever_is_known_keeps_together_whatever_the_records_say() {
        Claim one = named("A", "1", "Wolterink", "A.").claim().of(7L);
        Claim two = named("B", "2", "Assink", "Z.").claim().of(7L);
        assertThat(together(place(List.of(), one, two), one, two)).isTrue();
    }

    @Test
    void a_telephone_number_without_digits_and_one_that_is_too_long_say_what_they_can() {
        assertThat(joined(
                        named("A", "1", "Wolterink", "A.").mobile("onbekend"),
                        named("B", "2", "Assink", "C.").mobile("+123456789012345678901234567890")))
                .isFalse();
    }

    @Test
    void neither_the_order_of_the_records_nor_the_number_of_threads_changes_the_outcome() throws Exception {
        List<Claim> claims = new ArrayList<>(crowd());
        Random chance = new Random(5);
        for (int at = 0; at < 400; at++) {
            Claim like = claims.get(chance.nextInt(CROWD));
            claims.add(new Claim(
                    "Z",
                    "z" + at,
                    null,
                    like.birthName(),
                    null,
                    like.initials(),
                    null,
                    null,
                    like.birthDate(),
                    like.profession(),
                    null,
                    null,
                    null,
                    like.practiceName(),
                    null,
                    null,
                    null,
                    like.postcode(),
                    null,
                    null,
                    null,
                    null));
        }
        Outcome first = new Matching(Model.SHIPPED).place(claims, List.of());
        Set<Set<String>> groups = named(first);
        assertThat(first.doubts()).isNotEmpty();
        assertThat(groups.stream().anyMatch(group -> group.size() > 1)).isTrue();
        for (int threads : new int[] {1, 3}) {
            Collections.shuffle(claims, chance);
            ForkJoinPool pool = new ForkJoinPool(threads);
            Outcome again = pool.submit(() -> new Matching(Model.SHIPPED).place(claims, List.of()))
                    .get();
            pool.shutdown();
            assertThat(named(again)).isEqualTo(groups);
            assertThat(weighed(again)).isEqualTo(weighed(first));
        }
    }

    @Test
    void a_learned_model_tells_ones_own_from_strangers() {
        List<Claim> claims = new ArrayList<>(crowd());
        for (Claim claim : crowd()) {
            claims.add(new Claim(
                    "Y",
                    claim.key(),
                    null,
                    claim.birthName(),
                    null,
                    claim.initials(),
                    null,
                    null,
                    claim.birthDate(),
                    claim.profession(),
                    claim.big(),
                    null,
                    null,
                    claim.practiceName(),
                    null,
                    null,
                    null,
                    claim.postcode(),
                    null,
                    null,
                    null,
                    null));
        }
        Model learned = new Matching(Model.SHIPPED).learn(claims, "learned");
        assertThat(learned.version()).isEqualTo("learned");
        assertThat(learned.one().get(Level.BIRTH_DATE_EQUAL)).isGreaterThan(0.9);
        assertThat(learned.two().get(Level.BIRTH_DATE_EQUAL)).isLessThan(0.01);
    }

    // --- who is who

    private static final int CROWD = 600;

    /** Other people, so that names and places are as rare as they are in a region. */
    private static List<Claim> crowd() {
        Random chance = new Random(11);
        return IntStream.range(0, CROWD)
                .mapToObj(at -> new Claim(
                        "CROWD",
                        "c" + at,
                        null,
                        word(chance, 7),
                        null,
                        (char) ('A' + chance.nextInt(20)) + ".",
                        null,
                        null,
                        LocalDate.of(1955 + chance.nextInt(45), 1 + chance.nextInt(12), 1 + chance.nextInt(28)),
                        Profession.values()[chance.nextInt(8)],
                        "" + (10_000_000_000L + chance.nextInt(900_000_000) * 11L),
                        null,
                        null,
                        "Praktijk " + word(chance, 4),
                        null,
                        null,
                        null,
                        7400 + chance.nextInt(200) + " AB",
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    private static String word(Random chance, int length) {
        return chance.ints(length, 'a', 'z' + 1)
                .mapToObj(letter -> "" + (char) letter)
                .collect(Collectors.joining());
    }

    private static boolean joined(Somebody... somebody) {
        List<Claim> claims = new ArrayList<>();
        for (Somebody each : somebody) {
            claims.add(each.claim());
        }
        Outcome outcome = place(List.of(), claims.toArray(Claim[]::new));
        return together(outcome, claims.get(0), claims.get(1));
    }

    private static Outcome place(Somebody one, Somebody two) {
        return place(List.of(), one.claim(), two.claim());
    }

    private static Outcome place(List<Decision> decisions, Claim... claims) {
        List<Claim> all = new ArrayList<>(crowd());
        all.addAll(List.of(claims));
        return new Matching(Model.SHIPPED).place(all, decisions);
    }

    private static boolean together(Outcome outcome, Claim one, Claim two) {
        return outcome.groups().stream().anyMatch(group -> group.contains(one) && group.contains(two));
    }

    private static List<String> weighed(Outcome outcome) {
        return outcome.doubts().stream()
                .map(doubt -> doubt.one().get(0).key() + " "
                        + doubt.other().get(0).key() + " " + doubt.verdict().bits())
                .toList();
    }

    private static Set<Set<String>> named(Outcome outcome) {
        return outcome.groups().stream()
                .map(group -> group.stream().map(Claim::key).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static Decision decision(Claim one, Claim two, boolean same) {
        return new Decision(Matching.name(one.register(), one.key()), Matching.name(two.register(), two.key()), same);
    }

    private static Somebody named(String register, String key, String surname, String initials) {
        return new Somebody(register, key, surname, initials);
    }

    /** What a test says of somebody; the rest is not known. */
    private static final class Somebody {

        private final String register;
        private final String key;
        private final String surname;
        private final String initials;
        private String givenName;
        private Gender gender;
        private LocalDate birthDate;
        private String big;
        private String agb;
        private String mobile;
        private String practiceName;
        private String postcode;
        private String practiceAgb;

        private Somebody(String register, String key, String surname, String initials) {
            this.register = register;
            this.key = key;
            this.surname = surname;
            this.initials = initials;
        }

        Somebody big(String number) {
            big = number;
            return this;
        }

        Somebody agb(String code) {
            agb = code;
            return this;
        }

        Somebody practice(String code) {
            practiceAgb = code;
            return this;
        }

        Somebody born(LocalDate day) {
            birthDate = day;
            return this;
        }

        Somebody given(String name) {
            givenName = name;
            return this;
        }

        Somebody woman() {
            gender = Gender.FEMALE;
            return this;
        }

        Somebody mobile(String number) {
            mobile = number;
            return this;
        }

        Somebody at(String practice, String code4) {
            practiceName = practice;
            postcode = code4;
            return this;
        }

        Claim claim() {
            return new Claim(
                    register,
                    key,
                    null,
                    surname,
                    null,
                    initials,
                    givenName,
                    gender,
                    birthDate,
                    null,
                    big,
                    agb,
                    null,
                    practiceName,
                    practiceAgb,
                    null,
                    null,
                    postcode,
                    null,
                    null,
                    mobile,
                    null);
        }
    }
}
