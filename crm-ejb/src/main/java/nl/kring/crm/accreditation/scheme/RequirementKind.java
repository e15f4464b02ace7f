package nl.kring.crm.accreditation.scheme;

/** What a register asks of points in some of its categories. */
public enum RequirementKind {
    /** At least so many. */
    MIN,
    /** More than so many do not count. */
    MAX,
    /** More than that part of the total that is asked does not count. */
    MAX_SHARE,
    /** Advised, not asked. */
    ADVISORY_MIN,
    /** Spread over at least so many competences. */
    MIN_DISTINCT_COMPETENCES;

    /** Whether it takes points away. */
    boolean isCap() {
        return this == MAX || this == MAX_SHARE;
    }
}
