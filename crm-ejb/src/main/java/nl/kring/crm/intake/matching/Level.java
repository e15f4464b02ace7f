package nl.kring.crm.intake.matching;

/** How two records compare in one field. Where one of them says nothing there is no level: missing is no evidence. */
public enum Level {
    BIG_EQUAL(Field.BIG, Meaning.AGREES),
    BIG_CLOSE(Field.BIG, Meaning.LEANS),
    BIG_DIFFERS(Field.BIG, Meaning.CONFLICTS),

    AGB_EQUAL(Field.AGB, Meaning.AGREES),
    AGB_CLOSE(Field.AGB, Meaning.LEANS),
    AGB_DIFFERS(Field.AGB, Meaning.CONFLICTS),

    NUMBER_EQUAL(Field.NUMBER, Meaning.AGREES),
    NUMBER_CLOSE(Field.NUMBER, Meaning.LEANS),
    NUMBER_DIFFERS(Field.NUMBER, Meaning.CONFLICTS),

    /** Two surnames are known of both, and they are the same. */
    SURNAMES_EQUAL(Field.SURNAME, Meaning.AGREES),
    SURNAME_SHARED(Field.SURNAME, Meaning.AGREES),
    SURNAME_CLOSE(Field.SURNAME, Meaning.LEANS),
    /** What is the surname of one is the given name of the other, and the other way round. */
    SURNAME_IN_GIVEN_NAME(Field.SURNAME, Meaning.LEANS),
    /** A woman may be known by either of two names. */
    SURNAME_OF_PARTNER_PERHAPS(Field.SURNAME, Meaning.OPEN),
    SURNAME_DIFFERS(Field.SURNAME, Meaning.CONFLICTS),

    GIVEN_NAME_EQUAL(Field.GIVEN_NAME, Meaning.AGREES),
    GIVEN_NAME_GOES_WITH(Field.GIVEN_NAME, Meaning.AGREES),
    GIVEN_NAME_CLOSE(Field.GIVEN_NAME, Meaning.AGREES),
    INITIALS_EQUAL(Field.GIVEN_NAME, Meaning.LEANS),
    INITIAL_EQUAL(Field.GIVEN_NAME, Meaning.LEANS),
    INITIAL_OF_GIVEN_NAME(Field.GIVEN_NAME, Meaning.LEANS),
    INITIALS_MIXED(Field.GIVEN_NAME, Meaning.OPEN),
    /** The letters fit and the names do not: brothers, sisters, namesakes. */
    GIVEN_NAME_OTHER(Field.GIVEN_NAME, Meaning.CONFLICTS),
    GIVEN_NAME_DIFFERS(Field.GIVEN_NAME, Meaning.CONFLICTS),

    BIRTH_DATE_EQUAL(Field.BIRTH_DATE, Meaning.AGREES),
    BIRTH_DATE_YEAR_ONLY(Field.BIRTH_DATE, Meaning.LEANS),
    BIRTH_DATE_EXCHANGED(Field.BIRTH_DATE, Meaning.LEANS),
    BIRTH_DATE_ONE_SLIP(Field.BIRTH_DATE, Meaning.LEANS),
    BIRTH_DATE_TWO_OF_THREE(Field.BIRTH_DATE, Meaning.OPEN),
    BIRTH_DATE_DIFFERS(Field.BIRTH_DATE, Meaning.CONFLICTS),

    MOBILE_EQUAL(Field.MOBILE, Meaning.AGREES),
    MOBILE_CLOSE(Field.MOBILE, Meaning.LEANS),
    MOBILE_DIFFERS(Field.MOBILE, Meaning.OPEN),

    EMAIL_EQUAL(Field.EMAIL, Meaning.AGREES),
    EMAIL_CLOSE(Field.EMAIL, Meaning.LEANS),
    EMAIL_DIFFERS(Field.EMAIL, Meaning.OPEN),

    WORKPLACE_EQUAL(Field.WORKPLACE, Meaning.AGREES),
    WORKPLACE_IN_ONE_PLACE(Field.WORKPLACE, Meaning.OPEN),
    WORKPLACE_DIFFERS(Field.WORKPLACE, Meaning.OPEN),

    GENDER_EQUAL(Field.GENDER, Meaning.OPEN),
    GENDER_DIFFERS(Field.GENDER, Meaning.CONFLICTS),

    PROFESSION_EQUAL(Field.PROFESSION, Meaning.OPEN),
    PROFESSION_RELATED(Field.PROFESSION, Meaning.OPEN),
    PROFESSION_DIFFERS(Field.PROFESSION, Meaning.OPEN);

    /** What a level says apart from its weight. */
    enum Meaning {
        AGREES,
        LEANS,
        OPEN,
        CONFLICTS
    }

    static final Level[] ALL = values();

    private final Field field;
    private final Meaning meaning;

    Level(Field field, Meaning meaning) {
        this.field = field;
        this.meaning = meaning;
    }

    public Field field() {
        return field;
    }

    boolean conflicts() {
        return meaning == Meaning.CONFLICTS;
    }

    boolean agrees() {
        return meaning == Meaning.AGREES;
    }

    boolean leans() {
        return meaning == Meaning.LEANS;
    }

    boolean differs() {
        return conflicts() || this == MOBILE_DIFFERS || this == EMAIL_DIFFERS;
    }
}
