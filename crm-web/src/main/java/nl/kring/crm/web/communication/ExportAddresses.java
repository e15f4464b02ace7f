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
import nl.kring.crm.workbench.SavedViews;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

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
    private SavedViews views;

    @Inject
    private Me me;

    private SelectionFields fields;
    private ArrayList<NewsletterLine> lines;
    private int count;
    private String name;

    public void load() {
        if (!me.isStaff()) {
            throw new NotAllowedException();
        }
        fields = new SelectionFields(organisations.participants(), views.of(SelectionFields.PAGE));
    }

    public void use() {
        fields.useChosen();
        look();
    }

    /** Keeps the selection for all colleagues, also to write to. */
    public void keep() {
        views.keep(SelectionFields.PAGE, name, fields.question().replaceFirst("^&", ""), true);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "communication.selection.kept"));
        Faces.redirect(SelectionFields.PAGE);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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
