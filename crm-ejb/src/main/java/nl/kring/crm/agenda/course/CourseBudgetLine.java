package nl.kring.crm.agenda.course;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import nl.kring.crm.platform.BaseEntity;

/** One line of what a course brings and costs. */
@Entity
class CourseBudgetLine extends BaseEntity implements ProfileRow<ProfileForm.BudgetLine> {

    private Long profileId;
    private int position;
    private boolean income;
    private String label;
    private int plannedCents;
    private Integer actualCents;

    @Version
    private long version;

    protected CourseBudgetLine() {}

    CourseBudgetLine(Long profileId) {
        this.profileId = profileId;
    }

    @Override
    public void become(int newPosition, ProfileForm.BudgetLine form) {
        position = newPosition;
        income = form.income();
        label = form.label();
        plannedCents = form.plannedCents();
        actualCents = form.actualCents();
    }

    ProfileForm.BudgetLine form() {
        return new ProfileForm.BudgetLine(getUuid(), income, label, plannedCents, actualCents);
    }

    /** The same plan for another course; what it really was is not known there yet. */
    CourseBudgetLine again(Long otherProfileId) {
        CourseBudgetLine again = new CourseBudgetLine(otherProfileId);
        again.position = position;
        again.income = income;
        again.label = label;
        again.plannedCents = plannedCents;
        return again;
    }
}
