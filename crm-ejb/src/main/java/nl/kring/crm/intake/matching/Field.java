package nl.kring.crm.intake.matching;

import java.util.Arrays;
import java.util.List;

/** What records are compared by. */
public enum Field {
    BIG,
    AGB,
    NUMBER,
    SURNAME,
    GIVEN_NAME,
    BIRTH_DATE,
    MOBILE,
    EMAIL,
    WORKPLACE,
    GENDER,
    PROFESSION;

    static final Field[] ALL = values();

    /** How two records can compare in this field, from agreement to difference. */
    public List<Level> levels() {
        return Arrays.stream(Level.values())
                .filter(level -> level.field() == this)
                .toList();
    }
}
