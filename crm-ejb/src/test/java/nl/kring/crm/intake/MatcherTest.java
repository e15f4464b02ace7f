package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kring.crm.intake.Matcher.Claim;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.provenance.IncomingRecord.Group;
import org.junit.jupiter.api.Test;

/** When two rows are the same person, and when they are not. */
class MatcherTest {

    private static final String BIG = "39054148101";
    private static final LocalDate BORN = LocalDate.of(1971, 5, 3);

    @Test
    void the_same_big_number_and_the_same_name_are_the_same_person() {
        assertThat(same(
                        row("1", "Jansen", "A.B.", null, BIG, null),
                        row("2", "de Vries-Jansen", "A.", null, BIG, null)))
                .isTrue();
    }

    @Test
    void the_same_big_number_and_the_same_birth_date_are_the_same_person_whatever_the_surname() {
        assertThat(same(row("1", "Jansen", "A.", BORN, BIG, null), row("2", "Yansson", "A.", BORN, BIG, null)))
                .isTrue();
    }

    @Test
    void a_number_alone_is_not_enough() {
        assertThat(same(row("1", "Jansen", "A.", null, BIG, null), row("2", "Bakker", "A.", null, BIG, null)))
                .isFalse();
    }

    @Test
    void twins_and_couples_with_the_same_surname_are_kept_apart() {
        assertThat(same(row("1", "Jansen", "A.", BORN, BIG, null), row("2", "Jansen", "B.", BORN, BIG, null)))
                .isFalse();
    }

    @Test
    void father_and_son_are_kept_apart_by_their_birth_dates() {
        assertThat(same(
                        row("1", "Jansen", "A.", BORN, BIG, null),
                        row("2", "Jansen", "A.", LocalDate.of(1999, 11, 20), BIG, null)))
                .isFalse();
    }

    @Test
    void a_slip_in_a_birth_date_keeps_nobody_apart() {
        assertThat(same(
                        row("1", "Jansen", "A.", BORN, BIG, null),
                        row("2", "Jansen", "A.", LocalDate.of(1971, 3, 5), BIG, null)))
                .isTrue();
    }

    @Test
    void an_agb_code_that_a_whole_practice_uses_names_nobody() {
        Claim one = row("1", "Jansen", "A.", BORN, null, "01290870");
        Claim two = row("2", "Jansen", "A.", BORN, null, "01290870");
        Claim other = row("3", "Bakker", "C.", null, null, "01290870");
        Claim third = row("4", "Visser", "D.", null, null, "01290870");
        assertThat(same(one, two)).isTrue();
        assertThat(sameIn(link(Set.of(), one, two, other, third))).isFalse();
        assertThat(sameIn(link(Set.of("01290870"), one, two))).isFalse();
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        Claim one = row("1", "Jansen", "A.", BORN, BIG, null);
        Claim two = row("2", "Jansen", "A.", null, BIG, "01290870");
        Claim three = row("3", "Jansen", "A.", LocalDate.of(1999, 11, 20), null, "01290870");
        Map<String, Group> forth = link(Set.of(), one, two, three);
        Map<String, Group> back = link(Set.of(), three, two, one);
        assertThat(sameIn(forth)).isTrue();
        assertThat(sameIn(back)).isTrue();
        assertThat(forth).as("numbered alike, too").isEqualTo(back);
        assertThat(numberOf(forth, "3")).isNotEqualTo(numberOf(forth, "1"));
        assertThat(numberOf(back, "3")).isNotEqualTo(numberOf(back, "1"));
    }

    @Test
    void two_known_persons_are_never_made_one_by_a_row_between_them() {
        Claim first = known(7L, "a", "Jansen", BIG, null);
        Claim second = known(9L, "b", "Jansen", null, "01290870");
        Claim row = row("1", "Jansen", "A.", null, BIG, "01290870");
        Map<String, Group> groups = new Matcher(Set.of()).link(List.of(row), List.of(first, second));
        assertThat(groups.get("1")).isEqualTo(new Group(7L, 0, false));
    }

    private static boolean same(Claim one, Claim two) {
        return sameIn(link(Set.of(), one, two));
    }

    private static boolean sameIn(Map<String, Group> groups) {
        return numberOf(groups, "1") == numberOf(groups, "2");
    }

    private static int numberOf(Map<String, Group> groups, String key) {
        return groups.get(key).number();
    }

    private static Map<String, Group> link(Set<String> practices, Claim... rows) {
        return new Matcher(practices).link(List.of(rows), List.of());
    }

    private static Claim row(String key, String surname, String initials, LocalDate born, String big, String agb) {
        return new Claim(
                null,
                "R",
                key,
                Folded.surnameParts(surname),
                Agreement.letters(initials),
                "",
                Gender.FEMALE,
                born,
                big,
                agb);
    }

    private static Claim known(Long person, String key, String surname, String big, String agb) {
        return new Claim(person, "Q", key, Folded.surnameParts(surname), "a", "", Gender.FEMALE, null, big, agb);
    }
}
