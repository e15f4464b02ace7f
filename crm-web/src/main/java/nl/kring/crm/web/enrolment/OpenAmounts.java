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

/** What of each enrolment of an edition, or of a person, is owed and not invoiced yet, asked once for a page. */
@Named
@RequestScoped
public class OpenAmounts {

    @Inject
    private InvoiceLines lines;

    @Inject
    private Wording wording;

    private Map<UUID, Integer> cents;
    private Map<UUID, Integer> ofPerson;

    /** In words; nothing where nothing is open. */
    public String of(UUID edition, UUID enrolment) {
        if (cents == null) {
            cents = lines.all(new InvoiceFilter(edition, null, null, true, null)).stream()
                    .collect(Collectors.groupingBy(
                            InvoiceLine::enrolment, Collectors.summingInt(InvoiceLine::amountCents)));
        }
        return words(cents.getOrDefault(enrolment, 0));
    }

    /** Of one of a person's enrolments, in words; nothing where nothing is open. */
    public String ofPerson(UUID person, UUID enrolment) {
        return words(open(person).getOrDefault(enrolment, 0));
    }

    /** Of all of them together, also of those that are over or were cancelled. */
    public String total(UUID person) {
        return words(open(person).values().stream().mapToInt(Integer::intValue).sum());
    }

    private Map<UUID, Integer> open(UUID person) {
        if (ofPerson == null) {
            ofPerson = lines.openOf(person);
        }
        return ofPerson;
    }

    private String words(int open) {
        return open == 0 ? "" : wording.amount(open);
    }
}
