package nl.kring.crm.enrolment.price;

/** Whether somebody is a member of an organiser, himself or herself or through the practice. */
public enum Belonging {
    MEMBER,
    NOT_MEMBER
}
