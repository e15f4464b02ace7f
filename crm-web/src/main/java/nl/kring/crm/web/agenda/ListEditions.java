package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.platform.ResultPage;

/** The editions of the organisation that is acted for, in every state. */
@Named
@RequestScoped
public class ListEditions {

    private static final int SIZE = 50;

    @Inject
    private Editions editions;

    private String q;
    private String after;
    private ResultPage<EditionLine> page = new ResultPage<>(List.of(), null);

    public void load() {
        page = editions.mine(q, SIZE, after);
    }

    public List<EditionLine> getItems() {
        return page.items();
    }

    public String getNext() {
        return page.next();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
