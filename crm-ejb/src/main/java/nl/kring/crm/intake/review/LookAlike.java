package nl.kring.crm.intake.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Level;

/** Who looks like one person and is two, most often. A hint, never a decision. */
public enum LookAlike {
    /** Of one family and born on one day, called otherwise. */
    TWINS {
        @Override
        boolean fits(Pair pair) {
            return pair.named()
                    && pair.has(Level.BIRTH_DATE_EQUAL)
                    && !pair.has(Level.GIVEN_NAME_EQUAL, Level.GIVEN_NAME_GOES_WITH, Level.GIVEN_NAME_CLOSE);
        }
    },
    /** Of one name or address and of about one age, a man and a woman. */
    COUPLE {
        @Override
        boolean fits(Pair pair) {
            return pair.has(Level.GENDER_DIFFERS)
                    && !TWINS.fits(pair)
                    && !pair.generationApart()
                    && (pair.named() || pair.has(Level.SURNAME_OF_PARTNER_PERHAPS) || pair.oneAddress());
        }
    },
    /** Of one name, a generation apart. */
    PARENT_AND_CHILD {
        @Override
        boolean fits(Pair pair) {
            return pair.named() && pair.generationApart();
        }
    },
    /** A number or an address was filled in with somebody else. */
    NUMBER_OF_COLLEAGUE {
        @Override
        boolean fits(Pair pair) {
            return pair.has(Level.BIG_EQUAL, Level.AGB_EQUAL, Level.NUMBER_EQUAL, Level.MOBILE_EQUAL, Level.EMAIL_EQUAL)
                    && pair.has(Level.SURNAME_DIFFERS, Level.GIVEN_NAME_DIFFERS, Level.GIVEN_NAME_OTHER);
        }
    };

    private static final int A_GENERATION = 18;
    private static final Set<Level> NAMED = EnumSet.of(Level.SURNAMES_EQUAL, Level.SURNAME_SHARED, Level.SURNAME_CLOSE);

    /** What is looked at: how the two compare, when each was born as far as everybody may know, and where they live. */
    record Pair(Set<Level> levels, LocalDate born, LocalDate bornOther, boolean oneAddress) {

        boolean has(Level... any) {
            return Stream.of(any).anyMatch(levels::contains);
        }

        boolean generationApart() {
            return born != null && bornOther != null && Math.abs(born.getYear() - bornOther.getYear()) >= A_GENERATION;
        }

        boolean named() {
            return NAMED.stream().anyMatch(levels::contains);
        }
    }

    abstract boolean fits(Pair pair);

    static List<LookAlike> of(Pair pair) {
        return Arrays.stream(values()).filter(each -> each.fits(pair)).toList();
    }
}
