package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.delivery.CreditDeliveries;
import nl.kring.crm.attendance.delivery.DeliveryLine;
import nl.kring.crm.attendance.delivery.DeliveryList;
import nl.kring.crm.attendance.delivery.DeliveryReason;
import nl.kring.crm.attendance.delivery.DeliveryState;
import nl.kring.crm.attendance.delivery.RegisterLine;
import nl.kring.crm.attendance.presence.PresenceLists;
import nl.kring.crm.attendance.presence.SignedList;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The participants of an edition at the registers: what will go wrong, what is to be delivered, and what was. */
@Named
@ViewScoped
public class ListDeliveries implements Serializable {

    private static final long serialVersionUID = 1L;

    /** One thing that stands in the way, and of whom. */
    public record Problem(String schemeName, DeliveryReason reason, List<DeliveryLine> lines) implements Serializable {
        public boolean ofCourse() {
            return reason.isOfCourse();
        }
    }

    @Inject
    private CreditDeliveries deliveries;

    @Inject
    private PresenceLists lists;

    private String id;
    private DeliveryList list;
    private List<Problem> problems;
    private List<SignedList> signed = List.of();

    public void load() {
        list = deliveries.list(Shown.uuid(id));
        Map<String, Problem> found = new LinkedHashMap<>();
        list.lines().stream()
                .filter(line -> line.state() == DeliveryState.BLOCKED)
                .forEach(line -> found.computeIfAbsent(
                                line.scheme() + line.reason(),
                                any -> new Problem(line.schemeName(), line.reason(), new ArrayList<>()))
                        .lines()
                        .add(line));
        problems = List.copyOf(found.values());
        signed = lists.signed(list.edition());
    }

    public void enter(String scheme) {
        again("entered", deliveries.enter(list.edition(), scheme.isEmpty() ? null : scheme));
    }

    public void undo(String scheme) {
        again("undone", deliveries.undoEnter(list.edition(), scheme));
    }

    public void send() {
        again("sent", deliveries.send(list.edition()));
    }

    public void askAgain(UUID batch) {
        deliveries.askAgain(list.edition(), batch);
        again("asked-again", 1);
    }

    public void none(UUID enrolment, String scheme) {
        deliveries.none(list.edition(), enrolment, scheme);
        again("none.done", 1);
    }

    public void undoNone(UUID enrolment, String scheme) {
        deliveries.undoNone(list.edition(), enrolment, scheme);
        again("some.done", 1);
    }

    public void correct(UUID enrolment, String scheme) {
        deliveries.correct(list.edition(), enrolment, scheme);
        again("correct.done", 1);
    }

    private void again(String what, int count) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_list-deliveries." + what, count));
        Faces.redirect("/attendance/list-deliveries.xhtml?id=%s", list.edition());
    }

    /** How the badge of a state looks. */
    public String look(DeliveryLine line) {
        return switch (line.state()) {
            case BLOCKED -> "k-warn";
            case REJECTED -> "k-error";
            case ACCEPTED, DELIVERED, READY, NOT_APPLICABLE -> "";
        };
    }

    public String getPaste() {
        return String.join("\n", list.paste());
    }

    /** Whether one of the registers has a web service that can be used. */
    public boolean isServiceUsed() {
        return list.registers().stream().anyMatch(register -> register.service() == null);
    }

    /** Whether the organisation has no connection at all. */
    public boolean isWithoutService() {
        return list.registers().stream()
                .anyMatch(register -> register.service() == RegisterLine.ServiceProblem.NO_SERVICE);
    }

    public boolean isSendable() {
        return list.registers().stream().anyMatch(register -> register.service() == null && register.due() > 0);
    }

    public DeliveryList getList() {
        return list;
    }

    public List<Problem> getProblems() {
        return problems;
    }

    /** The lists that people signed, which registers may ask for. */
    public List<SignedList> getSigned() {
        return signed;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
