package nl.kring.crm.communication;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail server said when it took a mail not. Only what it says of the address itself is for good (a 5xx answer to RCPT,
 * RFC 5321); what it says of the sender, of the sign-in or of itself passes, and is tried again.
 */
final class Refusal {

    /** The mail implementation's name for a refused address; its class is not to be seen from here. */
    private static final String OF_ADDRESS = "SMTPAddressFailedException";

    private static final Pattern FOR_GOOD = Pattern.compile("5\\d\\d[ -].*", Pattern.DOTALL);

    private Refusal() {}

    /** The words of the server; empty when it is worth trying again. */
    static Optional<String> forGood(MessagingException failure) {
        Exception each = failure;
        while (each instanceof MessagingException link) {
            String said = each.getMessage() == null ? "" : each.getMessage().strip();
            if (each.getClass().getSimpleName().equals(OF_ADDRESS)
                    && FOR_GOOD.matcher(said).matches()) {
                return Optional.of(said);
            }
            each = link.getNextException();
        }
        return Optional.empty();
    }
}
