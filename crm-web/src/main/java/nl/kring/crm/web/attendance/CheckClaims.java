package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.credit.ClaimLine;
import nl.kring.crm.attendance.credit.Credits;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The points that professionals asked this organisation to look at. */
@Named
@ViewScoped
public class CheckClaims implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Credits credits;

    private final Map<UUID, String> reasons = new HashMap<>();
    private List<ClaimLine> lines = List.of();

    public void load() {
        lines = credits.asked();
    }

    public void approve(UUID claim) {
        credits.approve(claim);
        again("approved");
    }

    public void refuse(UUID claim) {
        credits.refuse(claim, reasons.get(claim));
        again("refused");
    }

    private static void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_check-claims." + what));
        Faces.redirect("/attendance/check-claims.xhtml");
    }

    public List<ClaimLine> getLines() {
        return lines;
    }

    public Map<UUID, String> getReasons() {
        return reasons;
    }
}
