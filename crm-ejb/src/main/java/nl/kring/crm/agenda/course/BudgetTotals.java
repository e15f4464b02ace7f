package nl.kring.crm.agenda.course;

import java.io.Serializable;
import java.util.List;

/** The sums of a budget, in cents. What is not known yet does not count in what was. */
public record BudgetTotals(long plannedIncome, long plannedExpense, long actualIncome, long actualExpense)
        implements Serializable {

    static BudgetTotals of(List<ProfileForm.BudgetLine> lines) {
        return new BudgetTotals(planned(lines, true), planned(lines, false), actual(lines, true), actual(lines, false));
    }

    private static long planned(List<ProfileForm.BudgetLine> lines, boolean income) {
        return lines.stream()
                .filter(line -> line.income() == income)
                .mapToLong(ProfileForm.BudgetLine::plannedCents)
                .sum();
    }

    private static long actual(List<ProfileForm.BudgetLine> lines, boolean income) {
        return lines.stream()
                .filter(line -> line.income() == income && line.actualCents() != null)
                .mapToLong(ProfileForm.BudgetLine::actualCents)
                .sum();
    }

    /** What is expected to be left; below zero when it costs more than it brings. */
    public long plannedResult() {
        return plannedIncome - plannedExpense;
    }

    public long actualResult() {
        return actualIncome - actualExpense;
    }
}
