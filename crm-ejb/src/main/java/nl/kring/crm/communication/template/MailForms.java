package nl.kring.crm.communication.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a component above says of the mails it sends, so that staff can write their texts. */
public interface MailForms {

    /** The kinds of mail of this component, in the order in which they are shown. */
    List<MailForm> forms();

    /**
     * What would be filled in, by the codes of the places: of something real of the organisation where there is any.
     *
     * @return empty when this component does not send that kind
     */
    Optional<Map<String, String>> example(String kind, Long organisation, String language);
}
