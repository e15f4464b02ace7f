package nl.kring.crm.web.communication;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.enrolment.mailing.CourseMailings;
import nl.kring.crm.enrolment.mailing.NewsletterLine;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** Names and addresses of a selection for a newsletter that is made elsewhere, each address once. */
@WebServlet("/communication/newsletter-file")
public class ExportNewsletter extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CourseMailings mailings;

    @Inject
    private transient Me me;

    public ExportNewsletter() {
        super("adressen");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        List<NewsletterLine> lines = mailings.newsletter(SelectionFields.of(request));
        Locale locale = me.getLocale();
        return file -> {
            file.row(Arrays.asList(
                    Texts.of(locale, "communication.recipient.name"),
                    Texts.of(locale, "communication.recipient.address"),
                    Texts.of(locale, "communication.recipient.profession"),
                    Texts.of(locale, "communication.recipient.practice")));
            for (NewsletterLine line : lines) {
                file.row(Arrays.asList(
                        line.name(),
                        line.address(),
                        line.profession() == null ? "" : Texts.of(locale, "values.profession." + line.profession()),
                        line.practice()));
            }
        };
    }
}
