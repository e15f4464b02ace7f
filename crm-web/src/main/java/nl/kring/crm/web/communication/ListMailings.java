package nl.kring.crm.web.communication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.communication.mailing.MailingLine;
import nl.kring.crm.communication.mailing.Mailings;

/** What the organisation sent to many. */
@Named
@RequestScoped
public class ListMailings {

    @Inject
    private Mailings mailings;

    private List<MailingLine> lines;

    public void load() {
        lines = mailings.list();
    }

    public List<MailingLine> getLines() {
        return lines;
    }
}
