package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.attendance.OutdatedCertificate;
import nl.kring.crm.attendance.Reissues;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Which certificates of an edition no longer say what is so, and giving out anew those that are ticked. */
@Named
@ViewScoped
public class ReissueCertificates implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Reissues reissues;

    private String id;
    private List<OutdatedCertificate> outdated = List.of();
    private Map<UUID, Boolean> chosen = new LinkedHashMap<>();

    public void load() {
        outdated = reissues.outdated(Shown.uuid(id));
        outdated.forEach(each -> chosen.put(each.certificate(), true));
    }

    public void reissue() {
        int done = reissues.reissue(
                Shown.uuid(id),
                chosen.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_reissue-certificates.done", done));
        Faces.redirect("/attendance/reissue-certificates.xhtml?id=%s", id);
    }

    /** What differs, in words. */
    public String differs(OutdatedCertificate one) {
        return one.differences().stream()
                .sorted()
                .map(each -> Texts.of(Faces.getLocale(), "attendance.difference." + each))
                .collect(Collectors.joining(", "));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public List<OutdatedCertificate> getOutdated() {
        return outdated;
    }

    public Map<UUID, Boolean> getChosen() {
        return chosen;
    }
}
