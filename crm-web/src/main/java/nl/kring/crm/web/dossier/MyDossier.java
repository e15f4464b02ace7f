package nl.kring.crm.web.dossier;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.scheme.RegisterMembership;
import nl.kring.crm.accreditation.scheme.RegisterMemberships;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;
import nl.kring.crm.accreditation.scheme.WorkRequirement;
import nl.kring.crm.dossier.Dossier;
import nl.kring.crm.dossier.Dossiers;
import nl.kring.crm.dossier.Outlook;
import nl.kring.crm.dossier.RegisterTotal;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What the professional who is signed in has in a register, what is missing, and what comes that helps. */
@Named
@ViewScoped
public class MyDossier implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A number that is asked, as it was typed. */
    public static class Asked implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final WorkRequirement.Unit unit;
        private final BigDecimal minimum;
        private BigDecimal value;

        Asked(String code, WorkRequirement.Unit unit, BigDecimal minimum, BigDecimal value) {
            this.code = code;
            this.unit = unit;
            this.minimum = minimum;
            this.value = value;
        }

        public String getCode() {
            return code;
        }

        public WorkRequirement.Unit getUnit() {
            return unit;
        }

        public BigDecimal getMinimum() {
            return minimum;
        }

        public boolean isYes() {
            return value != null && value.signum() > 0;
        }

        public void setYes(boolean yes) {
            value = yes ? BigDecimal.ONE : BigDecimal.ZERO;
        }

        public BigDecimal getValue() {
            return value;
        }

        public void setValue(BigDecimal value) {
            this.value = value;
        }
    }

    @Inject
    private Dossiers dossiers;

    @Inject
    private RegisterMemberships memberships;

    @Inject
    private Enrolments enrolments;

    @Inject
    private DossierWording wording;

    private final String key = UUID.randomUUID().toString();
    private String register;
    private Dossier dossier;
    private LocalDate from;
    private LocalDate to;
    private int parts = 1;
    private LocalDate asOf;
    private List<Asked> totals;
    private List<Asked> work;

    public void load() {
        dossier = dossiers.mine(register);
        if (dossier.period() != null) {
            from = dossier.period().from();
            to = dossier.period().to();
            parts = dossier.period().subregisters();
        } else if (dossier.rules() != null && dossier.rules().fixedFrom() != null) {
            from = dossier.rules().fixedFrom();
            to = dossier.rules().fixedTo();
        }
        asOf = dossier.today();
        totals = dossier.rules() == null
                ? List.of()
                : dossier.rules().categories().stream()
                        .map(category -> new Asked(category, WorkRequirement.Unit.HOURS, null, lastTotal(category)))
                        .toList();
        work = dossier.work().stream()
                .map(line -> new Asked(
                        line.asked().code(), line.asked().unit(), line.asked().minimum(), line.said()))
                .toList();
    }

    /** Without a last day the period is as long as the register has it. */
    public void tellPeriod() {
        LocalDate last = to == null && from != null && dossier.rules() != null
                ? dossier.rules().periodFrom(from).to()
                : to;
        memberships.tell(new RegisterMembership(dossier.scheme(), new RegistrationPeriod(from, last, parts)));
        again("period.kept");
    }

    public void tellTotal() {
        RegisterTotal told = new RegisterTotal(asOf, filledIn(totals));
        dossiers.tellTotal(dossier.scheme(), told);
        Outlook before = dossier.outlook();
        Outlook after = dossiers.mine(dossier.scheme()).outlook();
        say(
                before == null ? "total.kept-first" : "total.kept",
                points(told.sum()),
                before == null ? "" : points(before.now().total().missing()),
                points(after.now().total().missing()));
        if (before != null && before.since().compareTo(after.since()) > 0) {
            say(
                    "total.kept-since",
                    points(before.since().subtract(after.since())),
                    wording.day(before.total().asOf()));
        }
        if (after.total().asOf().isAfter(asOf)) {
            say("total.older", wording.day(after.total().asOf()));
        } else if (before != null && told.sum().compareTo(before.total().sum()) < 0) {
            say("total.lower", points(told.sum()), points(before.total().sum()));
        }
        show();
    }

    public void takeBackTotal() {
        dossiers.takeBackTotal(dossier.scheme());
        Outlook holds = dossiers.mine(dossier.scheme()).outlook();
        if (holds == null) {
            again("total.taken-back-old"); // it is from before the period
            return;
        }
        say(
                "total.taken-back",
                points(holds.total().sum()),
                wording.day(holds.total().asOf()));
        show();
    }

    private BigDecimal lastTotal(String category) {
        return dossier.outlook() == null
                ? null
                : dossier.outlook().total().points().get(category);
    }

    private String points(BigDecimal points) {
        return wording.points(points, dossier.unit());
    }

    public void tellWork() {
        dossiers.tellWork(dossier.scheme(), filledIn(work));
        again("work.kept");
    }

    /** With one click where nothing more is asked and nothing is to be paid; else the form that asks it. */
    public void enrol(UUID edition) {
        try {
            EnrolmentAnswer answer = enrolments.enrol(
                    edition,
                    new EnrolmentWish(
                            null, key + edition, null, Map.of(), Map.of(), null, null, new PriceWish(null, 0), false));
            Faces.redirect(
                    "/enrolment/my-enrolments.xhtml?enrolled=%s", answer.uuid().toString());
        } catch (InvalidInputException more) {
            Faces.redirect("/enrolment/enrol.xhtml?id=%s", edition.toString());
        }
    }

    private static Map<String, BigDecimal> filledIn(List<Asked> asked) {
        return asked.stream()
                .filter(one -> one.getValue() != null)
                .collect(Collectors.toMap(Asked::getCode, Asked::getValue, (a, b) -> b, LinkedHashMap::new));
    }

    private void again(String what) {
        say(what);
        show();
    }

    private static void say(String what, Object... arguments) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "dossier_my-dossier." + what, arguments));
    }

    private void show() {
        Faces.redirect("/dossier/my-dossier.xhtml?register=%s", dossier.scheme());
    }

    public Dossier getDossier() {
        return dossier;
    }

    public List<Asked> getTotals() {
        return totals;
    }

    public List<Asked> getWork() {
        return work;
    }

    public String getRegister() {
        return register;
    }

    public void setRegister(String register) {
        this.register = register;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public int getParts() {
        return parts;
    }

    public void setParts(int parts) {
        this.parts = parts;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public void setAsOf(LocalDate asOf) {
        this.asOf = asOf;
    }
}
