package nl.kring.crm.registry;

/**
 * One field that somebody says is otherwise than shown.
 *
 * @param organisation code of who says it; null is the organisation that the caller acts for
 * @param value null or empty says that there is nothing
 * @param prefix of a surname
 * @param expectedVersion of the card that the caller looked at
 */
public record Correction(
        String organisation, PersonField field, String value, String prefix, String reason, long expectedVersion) {}
