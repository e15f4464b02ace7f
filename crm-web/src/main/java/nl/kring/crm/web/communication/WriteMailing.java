package nl.kring.crm.web.communication;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.mailing.MailingPurpose;
import nl.kring.crm.communication.template.MailTemplates;
import nl.kring.crm.enrolment.mailing.CourseMailings;
import nl.kring.crm.enrolment.mailing.MailingPreview;
import nl.kring.crm.enrolment.mailing.MailingWish;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.SavedViews;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One text to many: to whom, what, what would be sent, and sending it. */
@Named
@ViewScoped
public class WriteMailing implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CourseMailings mailings;

    @Inject
    private MailTemplates templates;

    @Inject
    private Editions editions;

    @Inject
    private Organisations organisations;

    @Inject
    private SavedViews views;

    private final UUID uuid = UUID.randomUUID();
    private String purpose;
    private String edition;
    private String sheet;
    private String state;
    private String profession;
    private String name;
    private String about;
    private SelectionFields fields;
    private String subject;
    private String body;
    private String englishSubject;
    private String englishBody;
    private MailText beginning;
    private MailText englishBeginning;
    private String places;
    private MailingPreview preview;

    public void load() {
        MailingPurpose why = purpose();
        fields = new SelectionFields(organisations.participants(), views.of(SelectionFields.PAGE));
        if (why == MailingPurpose.PARTICIPANTS && "true".equals(sheet)) {
            fields.takeSheet(state, profession, name);
        }
        beginning = lines(mailings.beginning(why));
        englishBeginning = lines(mailings.englishBeginning(why));
        subject = beginning.subject();
        body = beginning.body();
        englishSubject = englishBeginning.subject();
        englishBody = englishBeginning.body();
        places = templates.detail(why.kind(), "nl").places().stream()
                .map(place -> "{" + place.word() + "}")
                .collect(Collectors.joining(", "));
        if (why != MailingPurpose.SELECTION) {
            mailings.recipients(wish()); // refuses what may not be asked
            about = editions.edition(SelectionFields.uuid(edition)).line().title();
        }
    }

    public void use() {
        fields.useChosen();
        preview = null;
    }

    public void look() {
        preview = mailings.preview(wish());
    }

    /** Sends what was seen; when it would be something else by now, that is shown first. */
    public void send() {
        MailingPreview now = mailings.preview(wish());
        if (!now.isSameAs(preview)) {
            preview = now;
            Messages.addGlobalWarn("{0}", Texts.of(Faces.getLocale(), "communication_write-mailing.changed"));
            return;
        }
        mailings.send(wish());
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "communication_write-mailing.done"));
        Faces.redirect("/communication/view-mailing.xhtml?id=%s", uuid.toString());
    }

    private MailingWish wish() {
        return new MailingWish(
                uuid,
                purpose(),
                SelectionFields.uuid(edition),
                fields.selection(),
                subject,
                body,
                isEnglishAsItWas() ? null : englishSubject,
                isEnglishAsItWas() ? null : englishBody);
    }

    /** Whether the Dutch text was changed and the English one was not: then it says less, and the Dutch one goes to all. */
    public boolean isEnglishAsItWas() {
        return englishBeginning.equals(lines(englishSubject, englishBody)) && !beginning.equals(lines(subject, body));
    }

    private static MailText lines(MailText text) {
        return lines(text.subject(), text.body());
    }

    /** A browser sends other ends of lines than were shown. */
    private static MailText lines(String subject, String body) {
        return new MailText(
                subject == null ? "" : subject.strip(),
                body == null ? "" : body.replace("\r\n", "\n").strip());
    }

    /** How many of those who get it read English, in a sentence. */
    public String getEnglish() {
        return Texts.of(
                Faces.getLocale(),
                preview.englishText() == null
                        ? "communication_write-mailing.english.none"
                        : "communication_write-mailing.english.some",
                preview.english());
    }

    private MailingPurpose purpose() {
        return Arrays.stream(MailingPurpose.values())
                .filter(each -> each.name().equals(purpose))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Who gets it now, in a sentence. */
    public String getSummary() {
        return Texts.of(Faces.getLocale(), "communication_write-mailing.summary", preview.mails(), preview.shared());
    }

    public String getSendLabel() {
        return preview == null ? "" : Texts.of(Faces.getLocale(), "communication_write-mailing.send", preview.mails());
    }

    /** What stands behind the question mark of the file of recipients. */
    public String getQuestion() {
        return "purpose=" + purpose + (edition == null ? "" : "&edition=" + edition) + fields.question();
    }

    public String getAbout() {
        return about;
    }

    public String getPlaces() {
        return places;
    }

    public MailingPreview getPreview() {
        return preview;
    }

    public SelectionFields getFields() {
        return fields;
    }

    /** {@code true} when only those are meant that the sheet of participants shows. */
    public String getSheet() {
        return sheet;
    }

    public void setSheet(String sheet) {
        this.sheet = sheet;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getProfession() {
        return profession;
    }

    public void setProfession(String profession) {
        this.profession = profession;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getEnglishSubject() {
        return englishSubject;
    }

    public void setEnglishSubject(String englishSubject) {
        this.englishSubject = englishSubject;
    }

    public String getEnglishBody() {
        return englishBody;
    }

    public void setEnglishBody(String englishBody) {
        this.englishBody = englishBody;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
