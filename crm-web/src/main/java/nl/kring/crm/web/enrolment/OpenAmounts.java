package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.enrolment.price.InvoiceFilter;
import nl.kring.crm.enrolment.price.InvoiceLine;
import nl.kring.crm.enrolment.price.InvoiceLines;

/** What of each enrolment of an edition is owed and not invoiced yet, asked once for a page. */
@Named
@RequestScoped
public class OpenAmounts {

    @Inject
    private InvoiceLines lines;

    @Inject
    private Wording wording;

    private Map<UUID, Integer> cents;

    /** In words; nothing where nothing is open. */
    public String of(UUID edition, UUID enrolment) {
        if (cents == null) {
            cents = lines.all(new InvoiceFilter(edition, null, null, true, null)).stream()
                    .collect(Collectors.groupingBy(
                            InvoiceLine::enrolment, Collectors.summingInt(InvoiceLine::amountCents)));
        }
        int open = cents.getOrDefault(enrolment, 0);
        return open == 0 ? "" : wording.amount(open);
    }
}
