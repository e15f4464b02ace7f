package nl.kring.crm.web.communication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.communication.Bounces;
import nl.kring.crm.communication.Message;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Mails that did not arrive, and handing in what came back. */
@Named
@RequestScoped
public class BouncedMail {

    private static final int LARGEST = 1_000_001;

    @Inject
    private Bounces bounces;

    private List<Message> list;
    private transient Part file;

    public void load() {
        list = bounces.list();
    }

    public void take() throws IOException {
        try (InputStream mail = file.getInputStream()) {
            done("taken", bounces.report(mail.readNBytes(LARGEST)));
        }
    }

    public void again(UUID message) {
        bounces.sendAgain(message);
        done("again.done", "");
    }

    private static void done(String what, String address) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "communication_bounced-mail." + what, address));
        Faces.redirect("/communication/bounced-mail.xhtml");
    }

    public List<Message> getList() {
        if (list == null) {
            load();
        }
        return list;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
