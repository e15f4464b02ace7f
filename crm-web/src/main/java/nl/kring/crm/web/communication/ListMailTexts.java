package nl.kring.crm.web.communication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.communication.template.MailTemplates;
import nl.kring.crm.communication.template.TemplateLine;

/** The texts of the organisation's mails. */
@Named
@RequestScoped
public class ListMailTexts {

    @Inject
    private MailTemplates templates;

    private List<TemplateLine> lines;

    public void load() {
        lines = templates.list();
    }

    public List<TemplateLine> getLines() {
        return lines;
    }
}
