package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import nl.kring.crm.agenda.course.ProfileForm;

/** A line of the budget, as typed. */
public class BudgetRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID uuid;
    private boolean income;
    private String label;
    private BigDecimal planned;
    private BigDecimal actual;

    BudgetRow(boolean income) {
        this.uuid = null;
        this.income = income;
    }

    BudgetRow(ProfileForm.BudgetLine row) {
        uuid = row.uuid();
        income = row.income();
        label = row.label();
        planned = Cents.euros(row.plannedCents());
        actual = Cents.euros(row.actualCents());
    }

    ProfileForm.BudgetLine said() {
        return new ProfileForm.BudgetLine(
                uuid, income, label, planned == null ? 0 : Cents.of(planned), Cents.of(actual));
    }

    public boolean isIncome() {
        return income;
    }

    public void setIncome(boolean income) {
        this.income = income;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public BigDecimal getPlanned() {
        return planned;
    }

    public void setPlanned(BigDecimal planned) {
        this.planned = planned;
    }

    public BigDecimal getActual() {
        return actual;
    }

    public void setActual(BigDecimal actual) {
        this.actual = actual;
    }
}
