package nl.kring.crm.agenda.checklist;

import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What a step must be before it can be kept; gives it back tidied. */
final class StepRules {

    static final int MOST_STEPS = 60;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_DAYS = 730;

    private StepRules() {}

    static StepForm checked(StepForm form) {
        String title = TypedText.line(form.title(), LONGEST_TITLE);
        if (title == null) {
            throw new InvalidInputException("task-title");
        }
        if (form.moment() == null || form.days() < 0 || form.days() > MOST_DAYS) {
            throw new InvalidInputException("checklist-days", MOST_DAYS);
        }
        if (form.owner() != null && form.owner().equals(form.deputy())) {
            throw new InvalidInputException("task-own-deputy");
        }
        StepAction action = form.action() == null ? StepAction.NONE : form.action();
        return new StepForm(title, action, form.moment(), form.days(), form.owner(), form.deputy());
    }

    /** One more fits. */
    static void mustFit(int steps) {
        if (steps >= MOST_STEPS) {
            throw new InvalidInputException("checklist-full", MOST_STEPS);
        }
    }
}
