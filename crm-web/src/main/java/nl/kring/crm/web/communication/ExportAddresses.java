package nl.kring.crm.web.communication;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.enrolment.mailing.CourseMailings;
import nl.kring.crm.enrolment.mailing.NewsletterLine;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** Names and addresses for a newsletter that is made elsewhere. */
@Named
@ViewScoped
public class ExportAddresses implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 200;

    @Inject
    private CourseMailings mailings;

    @Inject
    private Organisations organisations;

    @Inject
    private Me me;

    private SelectionFields fields;
    private ArrayList<NewsletterLine> lines;
    private int count;

    public void load() {
        if (!me.isStaff()) {
            throw new NotAllowedException();
        }
        fields = new SelectionFields(organisations.participants());
    }

    public void look() {
        List<NewsletterLine> all = mailings.newsletter(fields.selection());
        count = all.size();
        lines = new ArrayList<>(all.subList(0, Math.min(count, MOST_SHOWN)));
    }

    public String getSummary() {
        return Texts.of(Faces.getLocale(), "communication_export-addresses.summary", count, lines.size());
    }

    public String getQuestion() {
        return fields.question();
    }

    public boolean isLooked() {
        return lines != null;
    }

    public List<NewsletterLine> getLines() {
        return lines;
    }

    public SelectionFields getFields() {
        return fields;
    }
}
