package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemeLine;
import nl.kring.crm.attendance.presence.PresenceRule;
import nl.kring.crm.attendance.presence.PresenceRules;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** From which share of a session on being there counts, at the caller's organisation. */
@Named
@ViewScoped
public class SetPresenceRules implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PresenceRules rules;

    @Inject
    private Accreditations accreditations;

    private List<PresenceRule> list = List.of();
    private String scheme;
    private Integer whole = PresenceRule.DEFAULT.wholePercent();
    private Integer part;

    public void load() {
        list = rules.list();
    }

    public void say() {
        rules.say(new PresenceRule(scheme, whole, part));
        again("said");
    }

    public void drop(String register) {
        rules.drop(register);
        again("dropped");
    }

    private static void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_set-presence-rules." + what));
        Faces.redirect("/attendance/set-presence-rules.xhtml");
    }

    public List<SchemeLine> getSchemes() {
        return accreditations.schemes();
    }

    public List<PresenceRule> getList() {
        return list;
    }

    public String getScheme() {
        return scheme;
    }

    public void setScheme(String scheme) {
        this.scheme = scheme;
    }

    public Integer getWhole() {
        return whole;
    }

    public void setWhole(Integer whole) {
        this.whole = whole;
    }

    public Integer getPart() {
        return part;
    }

    public void setPart(Integer part) {
        this.part = part;
    }
}
