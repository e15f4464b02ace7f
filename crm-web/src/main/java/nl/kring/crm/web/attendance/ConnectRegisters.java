package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.attendance.delivery.DeliveryAccounts;
import nl.kring.crm.attendance.delivery.PeAccountForm;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The account of an organisation at PE-online. */
@Named
@ViewScoped
public class ConnectRegisters implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeliveryAccounts accounts;

    @Inject
    private CurrentUser currentUser;

    private PeAccountForm known;
    private List<DeliveryAccounts.Part> parts = List.of();
    private String userNumber;
    private transient String userKey;
    private boolean trial = true;
    private String errorMail;
    private String[] contracts = {};

    public void load() {
        if (!isOfOrganisation()) {
            throw new NotAllowedException();
        }
        parts = List.copyOf(accounts.parts());
        known = accounts.account();
        userNumber = known.userNumber();
        trial = known.testMode();
        errorMail = known.errorMail();
        contracts = known.contracts().stream().map(String::valueOf).toArray(String[]::new);
    }

    public void save() {
        Set<Integer> chosen = Arrays.stream(contracts).map(Integer::valueOf).collect(Collectors.toSet());
        accounts.keep(new PeAccountForm(userNumber, userKey, false, trial, errorMail, chosen, false));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_connect-registers.saved"));
        Faces.redirect("/attendance/connect-registers.xhtml");
    }

    /** Whether the caller administers an organisation. */
    public boolean isOfOrganisation() {
        return currentUser.has(Role.ORGANISATION_ADMIN);
    }

    public PeAccountForm getKnown() {
        return known;
    }

    public List<DeliveryAccounts.Part> getParts() {
        return parts;
    }

    public String getUserNumber() {
        return userNumber;
    }

    public void setUserNumber(String userNumber) {
        this.userNumber = userNumber;
    }

    public String getUserKey() {
        return null;
    }

    public void setUserKey(String userKey) {
        this.userKey = userKey;
    }

    public boolean isTrial() {
        return trial;
    }

    public void setTrial(boolean trial) {
        this.trial = trial;
    }

    public String getErrorMail() {
        return errorMail;
    }

    public void setErrorMail(String errorMail) {
        this.errorMail = errorMail;
    }

    public String[] getContracts() {
        return contracts.clone();
    }

    public void setContracts(String[] contracts) {
        this.contracts = contracts == null ? new String[0] : contracts.clone();
    }
}
