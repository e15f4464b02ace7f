package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.enrolment.PayerKind;
import nl.kring.crm.enrolment.desk.SheetDetails;
import nl.kring.crm.registry.organisation.Organisations;

/** Who can pay, to choose from: the person, the practice, a budget, or one of the participating organisations. */
@Named
@RequestScoped
public class PayerChoices {

    @Inject
    private Organisations organisations;

    @Inject
    private Wording wording;

    private List<SelectItem> all;

    public List<SelectItem> getAll() {
        if (all == null) {
            all = new ArrayList<>();
            all.add(new SelectItem("", "–"));
            for (PayerKind kind : List.of(PayerKind.SELF, PayerKind.PRACTICE, PayerKind.BUDGET)) {
                all.add(new SelectItem(kind.name(), wording.text("values.payer-kind." + kind)));
            }
            organisations
                    .participants()
                    .forEach(one -> all.add(new SelectItem(
                            PayerKind.CARE_GROUP + " " + one.getUuid(),
                            wording.text("values.payer-kind." + PayerKind.CARE_GROUP) + ": " + one.getName())));
        }
        return all;
    }

    /** The same with who pays now, where that is another one. */
    public List<SelectItem> with(SheetDetails row) {
        boolean other = row.payerOrganisation() != null && row.payer() != PayerKind.CARE_GROUP;
        if (!other) {
            return getAll();
        }
        List<SelectItem> items = new ArrayList<>(getAll());
        items.add(new SelectItem(
                row.payer() + " " + row.payerOrganisation(),
                wording.text("values.payer-kind." + row.payer()) + ": " + row.payerName()));
        return items;
    }
}
