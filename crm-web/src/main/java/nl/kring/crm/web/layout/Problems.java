package nl.kring.crm.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What the page has to say on top: notices, and what is wrong with the form that was sent, each line leading to its input. */
@Named
@RequestScoped
public class Problems {

    /** What is wrong with one input, by the id that it has on the page. */
    public record Problem(String input, String text) {}

    /** Something that is said about the page as a whole; the kind is error, warn or ok. */
    public record Notice(String kind, String text) {}

    public List<Notice> getNotices() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .map(message -> {
                    message.rendered();
                    return new Notice(kindOf(message.getSeverity()), message.getSummary());
                })
                .toList();
    }

    private static String kindOf(FacesMessage.Severity severity) {
        if (severity.compareTo(FacesMessage.SEVERITY_ERROR) >= 0) {
            return "error";
        }
        return severity.equals(FacesMessage.SEVERITY_WARN) ? "warn" : "ok";
    }

    public List<Problem> getList() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Problem> problems = new ArrayList<>();
        Iterator<String> inputs = context.getClientIdsWithMessages();
        while (inputs.hasNext()) {
            String input = inputs.next();
            if (input != null) {
                context.getMessageList(input).stream()
                        .filter(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_WARN) >= 0)
                        .map(message -> new Problem(input, message.getSummary()))
                        .forEach(problems::add);
            }
        }
        return problems;
    }
}
