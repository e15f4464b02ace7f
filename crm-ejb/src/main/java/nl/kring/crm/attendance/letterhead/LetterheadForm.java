package nl.kring.crm.attendance.letterhead;

import java.io.Serializable;

/**
 * What an organisation says of its certificates; each may be null.
 *
 * @param addressLine in small letters beside the logo, at most 200 characters
 * @param closingText above the signature, at most 500 characters
 * @param signatoryName who signs, at most 100 characters; without it there is no function either
 */
public record LetterheadForm(String addressLine, String closingText, String signatoryName, String signatoryFunction)
        implements Serializable {

    public static final LetterheadForm EMPTY = new LetterheadForm(null, null, null, null);
}
