package nl.kring.crm.web.peerreview;

import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What stands in the address of these pages, and where they lead. */
final class Asked {

    private Asked() {}

    /** What is no UUID names nothing. */
    static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    /** This year when nothing or no number stands there. */
    static Integer year(String text) {
        return text == null || !text.matches("\\d{4}") ? null : Integer.valueOf(text);
    }

    /** Says what was done, on the page of the group. */
    static void group(UUID uuid, String done) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), done));
        Faces.redirect("/peerreview/view-group.xhtml?id=" + uuid);
    }
}
