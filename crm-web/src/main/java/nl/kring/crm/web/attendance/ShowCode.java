package nl.kring.crm.web.attendance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.kring.crm.attendance.presence.PresenceCode;
import nl.kring.crm.attendance.presence.PresenceCodes;

/** A code on a screen or on paper: a participant's own, or that of a session for the wall. */
@Named
@RequestScoped
public class ShowCode {

    @Inject
    private PresenceCodes codes;

    private String id;
    private PresenceCode code;

    public void mine() {
        code = codes.mine(Shown.uuid(id));
    }

    public void wall() {
        code = codes.wall(Shown.uuid(id));
    }

    public PresenceCode getCode() {
        return code;
    }

    public String getWhen() {
        return Shown.moment(code.startsAt());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
