package nl.kring.crm.attendance.letterhead;

import java.time.Instant;

/** A letterhead to try with. */
public final class ALetterhead {

    private ALetterhead() {}

    public static Letterhead with(byte[] logo, String addressLine, String closingText) {
        Letterhead letterhead = new Letterhead(1L);
        letterhead.say(new LetterheadForm(addressLine, closingText, null, null), null, Instant.EPOCH);
        letterhead.show(Logo.painted(logo));
        return letterhead;
    }
}
