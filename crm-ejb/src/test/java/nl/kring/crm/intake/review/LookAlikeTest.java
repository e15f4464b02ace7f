package nl.kring.crm.intake.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.kring.crm.intake.matching.Level;
import org.junit.jupiter.api.Test;

class LookAlikeTest {

    private static final LocalDate BORN = LocalDate.of(1984, 7, 2);

    private static List<LookAlike> hints(LocalDate bornOther, boolean oneAddress, Level... levels) {
        return LookAlike.of(new LookAlike.Pair(Set.of(levels), BORN, bornOther, oneAddress));
    }

    @Test
    void of_one_family_and_one_day_and_called_otherwise_are_twins() {
        assertThat(hints(BORN, true, Level.SURNAME_SHARED, Level.BIRTH_DATE_EQUAL, Level.GIVEN_NAME_OTHER))
                .containsExactly(LookAlike.TWINS);
        assertThat(hints(
                        BORN,
                        true,
                        Level.SURNAME_SHARED,
                        Level.BIRTH_DATE_EQUAL,
                        Level.GIVEN_NAME_DIFFERS,
                        Level.GENDER_DIFFERS))
                .as("also a brother and a sister")
                .containsExactly(LookAlike.TWINS);
    }

    @Test
    void who_is_called_the_same_is_no_twin() {
        assertThat(hints(BORN, true, Level.SURNAME_SHARED, Level.BIRTH_DATE_EQUAL, Level.GIVEN_NAME_GOES_WITH))
                .isEmpty();
        assertThat(hints(BORN, true, Level.SURNAME_DIFFERS, Level.BIRTH_DATE_EQUAL, Level.GIVEN_NAME_OTHER))
                .isEmpty();
        assertThat(hints(
                        BORN.plusDays(1),
                        true,
                        Level.SURNAME_SHARED,
                        Level.BIRTH_DATE_ONE_SLIP,
                        Level.GIVEN_NAME_OTHER))
                .isEmpty();
    }

    @Test
    void a_man_and_a_woman_of_one_name_or_address_are_a_couple() {
        LocalDate other = BORN.plusYears(3);
        assertThat(hints(other, false, Level.SURNAME_SHARED, Level.GENDER_DIFFERS))
                .containsExactly(LookAlike.COUPLE);
        assertThat(hints(other, false, Level.SURNAME_OF_PARTNER_PERHAPS, Level.GENDER_DIFFERS))
                .containsExactly(LookAlike.COUPLE);
        assertThat(hints(other, true, Level.SURNAME_DIFFERS, Level.GENDER_DIFFERS))
                .containsExactly(LookAlike.COUPLE);
        assertThat(hints(null, true, Level.SURNAME_DIFFERS, Level.GENDER_DIFFERS))
                .as("when nobody knows how old they are")
                .containsExactly(LookAlike.COUPLE);
        assertThat(hints(other, false, Level.SURNAME_DIFFERS, Level.GENDER_DIFFERS))
                .isEmpty();
        assertThat(hints(other, true, Level.SURNAME_SHARED, Level.GENDER_EQUAL)).isEmpty();
    }

    @Test
    void of_one_name_and_a_generation_apart_are_father_and_son() {
        assertThat(hints(BORN.plusYears(30), true, Level.SURNAME_SHARED, Level.GENDER_EQUAL))
                .containsExactly(LookAlike.PARENT_AND_CHILD);
        assertThat(hints(BORN.minusYears(30), true, Level.SURNAME_SHARED, Level.GENDER_DIFFERS))
                .as("a father and a daughter are no couple")
                .containsExactly(LookAlike.PARENT_AND_CHILD);
        assertThat(hints(BORN.plusYears(17), true, Level.SURNAME_SHARED, Level.GENDER_EQUAL))
                .isEmpty();
        assertThat(hints(BORN.plusYears(30), true, Level.SURNAME_DIFFERS, Level.GENDER_EQUAL))
                .isEmpty();
        assertThat(hints(null, true, Level.SURNAME_SHARED)).isEmpty();
    }

    @Test
    void one_number_under_two_names_is_a_colleagues() {
        for (Level number :
                List.of(Level.BIG_EQUAL, Level.AGB_EQUAL, Level.NUMBER_EQUAL, Level.MOBILE_EQUAL, Level.EMAIL_EQUAL)) {
            assertThat(hints(null, false, number, Level.SURNAME_DIFFERS))
                    .as(number.name())
                    .containsExactly(LookAlike.NUMBER_OF_COLLEAGUE);
            assertThat(hints(null, false, number, Level.SURNAME_SHARED, Level.GIVEN_NAME_EQUAL))
                    .isEmpty();
        }
        assertThat(hints(null, false, Level.WORKPLACE_EQUAL, Level.SURNAME_DIFFERS))
                .as("a workplace is of many")
                .isEmpty();
    }
}
