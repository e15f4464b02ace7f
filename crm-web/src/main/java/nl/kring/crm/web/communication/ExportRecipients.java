package nl.kring.crm.web.communication;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import nl.kring.crm.communication.mailing.MailingPurpose;
import nl.kring.crm.communication.mailing.Recipient;
import nl.kring.crm.enrolment.mailing.CourseMailings;
import nl.kring.crm.enrolment.mailing.MailingWish;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** Who would get a letter, and who not and why. */
@WebServlet("/communication/recipients-file")
public class ExportRecipients extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CourseMailings mailings;

    @Inject
    private transient Me me;

    public ExportRecipients() {
        super("ontvangers");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        MailingPurpose purpose = Arrays.stream(MailingPurpose.values())
                .filter(each -> each.name().equals(request.getParameter("purpose")))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        List<Recipient> all = mailings.recipients(new MailingWish(
                null,
                purpose,
                SelectionFields.uuid(request.getParameter("edition")),
                SelectionFields.of(request),
                null,
                null));
        return RecipientRows.of(all, me.getLocale());
    }
}
