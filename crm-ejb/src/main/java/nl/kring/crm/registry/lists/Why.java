package nl.kring.crm.registry.lists;

/** By what something was found. */
public enum Why {
    NAME(10),
    GIVEN_NAME(6),
    OTHER_NAME(6),
    INITIALS(5),
    PLACE(4),
    PRACTICE(4),
    BIG(10),
    AGB(10),
    NUMBER(8),
    PHONE(8),
    OWN_PHONE(9);

    private final double weight;

    Why(double weight) {
        this.weight = weight;
    }

    /** How much more a name says than a place. */
    double weight() {
        return weight;
    }
}
