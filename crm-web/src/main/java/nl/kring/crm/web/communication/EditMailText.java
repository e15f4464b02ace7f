package nl.kring.crm.web.communication;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.template.MailTemplates;
import nl.kring.crm.communication.template.TemplateDetail;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The organisation's own text for a kind of mail, with how it would read. */
@Named
@ViewScoped
public class EditMailText implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MailTemplates templates;

    private String kind;
    private String language;
    private TemplateDetail detail;
    private String subject;
    private String body;
    private MailText example;

    public void load() {
        detail = templates.detail(kind, language);
        subject = detail.text().subject();
        body = detail.text().body();
    }

    public void save() {
        templates.write(kind, language, detail.base(), subject, body);
        again("saved");
    }

    public void backToShipped() {
        templates.backToShipped(kind, language, detail.base());
        again("back-to-shipped.done");
    }

    public void look() {
        example = templates.preview(kind, language, subject, body);
    }

    public void test() {
        String address = templates.sendTest(kind, language, subject, body);
        Messages.addGlobalInfo("{0}", Texts.of(Faces.getLocale(), "communication.mail-text.tested", address));
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "communication.mail-text." + what));
        Faces.redirect("/communication/edit-mail-text.xhtml?kind=%s&language=%s", kind, language);
    }

    public TemplateDetail getDetail() {
        return detail;
    }

    public MailText getExample() {
        return example;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
