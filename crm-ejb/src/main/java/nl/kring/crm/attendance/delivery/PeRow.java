package nl.kring.crm.attendance.delivery;

/**
 * One attendance as it is told to PE-online. Which of the values there are follows from the course type; {@code ownCodes} says that
 * they are codes of ours, entered there as such.
 *
 * @param delivery the number of the delivery that it tells
 */
record PeRow(
        Long delivery,
        String person,
        String course,
        boolean ownCodes,
        String edition,
        String meeting,
        String module,
        String endedAt) {

    /** By what an answer names it. */
    Key key() {
        return new Key(person, course);
    }

    /** Person and course; it is all that an answer says, and one question names each of them once. */
    record Key(String person, String course) {}
}
