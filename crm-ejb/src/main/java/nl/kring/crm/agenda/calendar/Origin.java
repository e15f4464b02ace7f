package nl.kring.crm.agenda.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;

/**
 * A website as browsers tell it from others: how it is reached, its name and its port. It goes into a header, so nothing
 * else can be in it.
 *
 * @param text like https://www.example.nl
 */
record Origin(String text) {

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /**
     * The origin of an address as somebody types it; without a scheme it is https.
     *
     * @throws InvalidInputException it is no address of a website
     */
    static Origin typed(String address) {
        return of(address).orElseThrow(() -> new InvalidInputException("agenda-site-address", address));
    }

    /** Empty when it is no address of a website. */
    static Optional<Origin> of(String address) {
        try {
            String whole = address.strip().toLowerCase(Locale.ROOT);
            URI uri = new URI(whole.matches("https?://.*") ? whole : "https://" + whole);
            String host = uri.getHost();
            if (host == null || host.length() > 253 || !HOST.matcher(host).matches() || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            return Optional.of(
                    new Origin(uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort())));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
