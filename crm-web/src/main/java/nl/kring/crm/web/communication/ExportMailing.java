package nl.kring.crm.web.communication;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import nl.kring.crm.communication.mailing.Mailings;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** Who got a letter, and who not and why. */
@WebServlet("/communication/mailing-file")
public class ExportMailing extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Mailings mailings;

    @Inject
    private transient Me me;

    public ExportMailing() {
        super("verzending");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        UUID uuid = SelectionFields.uuid(request.getParameter("id"));
        if (uuid == null) {
            throw new NotFoundException();
        }
        return RecipientRows.of(mailings.recipients(uuid), me.getLocale());
    }
}
