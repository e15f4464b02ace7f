package nl.kring.crm.enrolment;

/** Who gets the bill. */
public enum PayerKind {
    SELF,
    PRACTICE,
    CARE_GROUP,
    BUDGET
}
