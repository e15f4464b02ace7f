package nl.kring.crm.agenda;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;

/** Where a page of editions ended: the start and the number of its last row, and the filter that it belongs to. */
public record AgendaCursor(Instant startsAt, long id) {

    /** The text that the next page is asked with. */
    public String text(List<?> filter) {
        String plain = startsAt + "|" + id + "|" + hash(filter);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Null for no cursor.
     *
     * @throws InvalidInputException it is none of ours, or of another filter
     */
    public static AgendaCursor parse(String text, List<?> filter) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
            if (parts.length == 3 && parts[2].equals(hash(filter))) {
                Instant startsAt = Instant.parse(parts[0]);
                if (!startsAt.isBefore(AgendaQuery.EARLIEST) && !startsAt.isAfter(AgendaQuery.LATEST)) {
                    return new AgendaCursor(startsAt, Long.parseLong(parts[1]));
                }
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw new InvalidInputException("agenda-cursor");
        }
        throw new InvalidInputException("agenda-cursor");
    }

    private static String hash(List<?> filter) {
        return Integer.toHexString(filter.stream().map(String::valueOf).toList().hashCode());
    }
}
