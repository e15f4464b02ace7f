package nl.kring.crm.agenda.course;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What is said of a course, tidied; refused is what cannot be kept. */
final class ProfileRules {

    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_NAME = 200;
    static final int MOST_ROWS = 100;
    static final int MOST_CENTS = 1_000_000_000;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private ProfileRules() {}

    static ProfileForm checked(ProfileForm form) {
        mustBeFew(form.speakers());
        mustBeFew(form.sponsors());
        mustBeFew(form.budget());
        if (form.language() == null) {
            throw new InvalidInputException("course-language-missing");
        }
        if (form.owner() != null && form.owner().equals(form.deputy())) {
            throw new InvalidInputException("course-deputy-same");
        }
        return new ProfileForm(
                TypedText.text(form.objectives(), LONGEST_TEXT),
                TypedText.text(form.prerequisites(), LONGEST_TEXT),
                TypedText.text(form.materials(), LONGEST_TEXT),
                form.language(),
                set(form.themes()),
                set(form.roles()),
                set(form.organisations()),
                set(form.coOrganisers()),
                form.owner(),
                form.deputy(),
                list(form.speakers()).stream().map(ProfileRules::speaker).toList(),
                list(form.sponsors()).stream().map(ProfileRules::sponsor).toList(),
                list(form.budget()).stream().map(ProfileRules::budgetLine).toList());
    }

    /** A row that is added may not name somebody who is there already; a merge may have made two rows name one person. */
    static void mustNameOnce(List<ProfileForm.Speaker> speakers, List<Long> persons) {
        Set<Long> there = new HashSet<>();
        for (boolean added : new boolean[] {false, true}) {
            for (int at = 0; at < speakers.size(); at++) {
                if ((speakers.get(at).uuid() == null) == added
                        && persons.get(at) != null
                        && !there.add(persons.get(at))
                        && added) {
                    throw new InvalidInputException(
                            "course-speaker-twice",
                            Objects.toString(speakers.get(at).name(), ""));
                }
            }
        }
    }

    private static ProfileForm.Speaker speaker(ProfileForm.Speaker row) {
        String name = TypedText.line(row.name(), LONGEST_NAME);
        String interests = TypedText.text(row.interests(), LONGEST_TEXT);
        if (name == null && row.person() == null) {
            throw new InvalidInputException("course-speaker-name");
        }
        if (interests != null && row.disclosedOn() == null) {
            throw new InvalidInputException("course-disclosure-day");
        }
        return new ProfileForm.Speaker(
                row.uuid(),
                row.person(),
                name,
                null,
                day(row.contractSignedOn()),
                amount(row.honorariumCents()),
                amount(row.travelCents()),
                day(row.disclosedOn()),
                interests);
    }

    private static ProfileForm.Sponsor sponsor(ProfileForm.Sponsor row) {
        String name = TypedText.line(row.name(), LONGEST_NAME);
        if (name == null) {
            throw new InvalidInputException("course-sponsor-name");
        }
        if (row.independent() != (row.independentOn() != null)) {
            throw new InvalidInputException("course-independence-day", name);
        }
        return new ProfileForm.Sponsor(
                row.uuid(),
                name,
                amount(row.amountCents()),
                day(row.contractSignedOn()),
                row.independent(),
                day(row.independentOn()));
    }

    private static ProfileForm.BudgetLine budgetLine(ProfileForm.BudgetLine row) {
        String label = TypedText.line(row.label(), LONGEST_NAME);
        if (label == null) {
            throw new InvalidInputException("course-budget-label");
        }
        return new ProfileForm.BudgetLine(
                row.uuid(), row.income(), label, amount(row.plannedCents()), amount(row.actualCents()));
    }

    private static Integer amount(Integer cents) {
        if (cents != null && (cents < 0 || cents > MOST_CENTS)) {
            throw new InvalidInputException("course-amount", MOST_CENTS / 100);
        }
        return cents;
    }

    private static LocalDate day(LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new InvalidInputException("course-day", FIRST_YEAR, LAST_YEAR);
        }
        return day;
    }

    private static void mustBeFew(List<?> rows) {
        if (rows != null && rows.size() > MOST_ROWS) {
            throw new InvalidInputException("course-rows", MOST_ROWS);
        }
    }

    private static <T> Set<T> set(Set<T> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
