package nl.kring.crm.accreditation.request;

/** How a register counts a course: in PE-online chosen with the request, and what has to be delivered follows from it. */
public enum CourseType {
    /** By session; each is delivered by its own number. */
    MEETINGS,
    E_LEARNING,
    /** A group that meets under one number. */
    GROUP,
    /** As a whole, by edition. */
    WHOLE;

    /** Whether an edition has to be announced at the register before anybody can be delivered. */
    public boolean asksEdition() {
        return this == MEETINGS || this == WHOLE;
    }
}
