package nl.kring.crm.communication.template;

import java.util.List;
import java.util.Set;

/**
 * A kind of mail whose text an organisation may write itself.
 *
 * @param kind its code, as it stands with the message
 * @param writer the class beside which the shipped text lies
 * @param places what can be filled in
 * @param required the codes of places without which the mail would be of no use
 */
public record MailForm(String kind, Class<?> writer, List<Place> places, Set<String> required) {

    /**
     * A place where a value is put.
     *
     * @param code as the programs know it, and the shipped text
     * @param word as staff write it, between braces
     */
    public record Place(String code, String word) {}
}
