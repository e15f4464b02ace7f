package nl.kring.crm.accreditation.request;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A request as its page shows it.
 *
 * @param holder code of the organisation that accredits in-house, or null
 * @param decidable whether it waits for an answer that the caller may keep
 * @param submitBy the last day to ask, counted from the edition of the page; null once it was asked
 * @param validityMonths for how long its body usually accredits
 * @param form to hand in with a change
 * @param version to hand in with a change
 */
public record RequestLine(
        UUID uuid,
        String scheme,
        String schemeName,
        RequestState state,
        boolean decidable,
        boolean renewal,
        String holder,
        String courseNumber,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate requestedOn,
        LocalDate decidedOn,
        LocalDate submitBy,
        String answer,
        int validityMonths,
        RequestForm form,
        List<Document> documents,
        long version)
        implements Serializable {

    /** A file that belongs to a request. */
    public record Document(UUID uuid, String fileName) implements Serializable {}

    /** The last day of what is granted from a day on, as its body usually does. */
    public LocalDate usuallyValidTo(LocalDate from) {
        return from.plusMonths(validityMonths).minusDays(1);
    }

    public boolean isOpen() {
        return state == RequestState.DRAFT || state == RequestState.REQUESTED;
    }
}
