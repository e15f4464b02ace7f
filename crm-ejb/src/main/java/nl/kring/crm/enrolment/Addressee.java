package nl.kring.crm.enrolment;

/**
 * To whom something about an enrolment is told.
 *
 * @param email of the person's account, else of the register; null when neither has one that a mail can go to
 * @param language {@code nl} or {@code en}
 */
record Addressee(Long personId, String name, String email, String language) {}
