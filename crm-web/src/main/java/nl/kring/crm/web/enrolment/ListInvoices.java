package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.enrolment.price.InvoiceFilter;
import nl.kring.crm.enrolment.price.InvoiceLine;
import nl.kring.crm.enrolment.price.InvoiceLines;
import nl.kring.crm.enrolment.price.Invoicing;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.omnifaces.util.Servlets;

/** What is to be invoiced and what was, with what can be done with a selection. */
@Named
@ViewScoped
public class ListInvoices implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * A line, and whether it is the first of its enrolment that can be chosen; all of an enrolment are invoiced together.
     */
    public record Row(InvoiceLine line, boolean choosable) implements Serializable {}

    @Inject
    private InvoiceLines invoices;

    @Inject
    private Me me;

    private String edition;
    private String from;
    private String to;
    private String show;
    private String payer;
    private LocalDate on;
    private List<Row> rows = List.of();
    private List<Invoicing> invoicings = List.of();
    private boolean more;
    private Map<UUID, Boolean> chosen = new HashMap<>();

    public void load() {
        List<InvoiceLine> lines = invoices.list(filter());
        more = lines.size() > InvoiceLines.SHOWN;
        Set<UUID> seen = new HashSet<>();
        rows = lines.stream()
                .limit(InvoiceLines.SHOWN)
                .map(line -> new Row(line, line.invoicedOn() == null && seen.add(line.enrolment())))
                .toList();
        invoicings = invoices.invoicings();
    }

    private InvoiceFilter filter() {
        return InvoiceAddress.filter(name -> switch (name) {
            case "edition" -> edition;
            case "from" -> from;
            case "to" -> to;
            case "show" -> show;
            default -> payer;
        });
    }

    public void invoiceChosen() {
        invoice(chosen.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList());
    }

    public void invoiceAll() {
        invoice(invoices.all(filter()).stream()
                .filter(line -> line.invoicedOn() == null)
                .map(InvoiceLine::enrolment)
                .collect(Collectors.toSet()));
    }

    private void invoice(Collection<UUID> enrolments) {
        invoices.invoice(enrolments, on);
        again("invoiced");
    }

    public void undo(UUID invoicing) {
        invoices.undo(invoicing);
        again("undone");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(me.getLocale(), "enrolment_list-invoices." + what));
        Faces.redirect("/enrolment/list-invoices.xhtml?" + getQuery());
    }

    /** The filter as it stands in the address of this list and of its file. */
    public String getQuery() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "edition", edition);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "show", show);
        put(parameters, "payer", payer);
        return Servlets.toQueryString(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, List.of(value));
        }
    }

    public boolean isAnyOpen() {
        return rows.stream().anyMatch(Row::choosable);
    }

    /** What the lines that are shown add up to, in cents. */
    public int getTotal() {
        return rows.stream().mapToInt(row -> row.line().amountCents()).sum();
    }

    public List<Row> getRows() {
        return rows;
    }

    public boolean isMore() {
        return more;
    }

    public List<Invoicing> getInvoicings() {
        return invoicings;
    }

    public Map<UUID, Boolean> getChosen() {
        return chosen;
    }

    public LocalDate getOn() {
        return on;
    }

    public void setOn(LocalDate on) {
        this.on = on;
    }

    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getShow() {
        return show;
    }

    public void setShow(String show) {
        this.show = show;
    }

    public String getPayer() {
        return payer;
    }

    public void setPayer(String payer) {
        this.payer = payer;
    }
}
