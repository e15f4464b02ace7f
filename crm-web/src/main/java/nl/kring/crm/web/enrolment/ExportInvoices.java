package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.kring.crm.enrolment.price.InvoiceLine;
import nl.kring.crm.enrolment.price.InvoiceLines;
import nl.kring.crm.web.platform.ExportFile;

/** The invoice list with the filter of the page, all lines, as a file. */
@WebServlet("/enrolment/invoices-file")
public class ExportInvoices extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient InvoiceLines invoices;

    @Inject
    private transient Wording wording;

    @Inject
    private transient PriceWording prices;

    public ExportInvoices() {
        super("factuurlijst");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        List<InvoiceLine> lines = invoices.all(InvoiceAddress.filter(request::getParameter));
        return file -> {
            file.row(Stream.of(
                            "day",
                            "course",
                            "participant",
                            "kind",
                            "amount",
                            "vat",
                            "payer-kind",
                            "payer",
                            "reference",
                            "invoiced-on")
                    .map(column -> wording.text("enrolment_list-invoices." + column))
                    .toList());
            for (InvoiceLine line : lines) {
                file.row(Arrays.asList(
                        prices.day(line.day()),
                        line.title(),
                        line.participant(),
                        wording.text("enrolment.invoice-kind." + line.kind()),
                        wording.amount(line.amountCents()),
                        prices.vatOf(line),
                        wording.text("values.payer-kind." + line.payerKind()),
                        line.payer(),
                        line.reference(),
                        prices.day(line.invoicedOn())));
            }
        };
    }
}
