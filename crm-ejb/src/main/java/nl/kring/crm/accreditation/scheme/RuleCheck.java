package nl.kring.crm.accreditation.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** Whether rules can be: what somebody typed in is read by this before it judges anybody. */
final class RuleCheck {

    private static final int LONGEST = 1000;
    private static final BigDecimal MOST = new BigDecimal("9999");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");

    private RuleCheck() {}

    /**
     * The rules as they are kept, under a number of their own.
     *
     * @throws InvalidInputException with what cannot be
     */
    static SchemeRules checked(SchemeRules rules) {
        return checked(rules.scheme(), rules);
    }

    /** The same, as the rules of that register. */
    static SchemeRules checked(String scheme, SchemeRules rules) {
        if (rules.validFrom() != null
                && rules.validTo() != null
                && rules.validTo().isBefore(rules.validFrom())) {
            throw new InvalidInputException("scheme-validity");
        }
        if (rules.periodMonths() < 1 || rules.periodMonths() > 240) {
            throw new InvalidInputException("scheme-period");
        }
        number(rules.totalMinimum());
        rules.categories().forEach(RuleCheck::code);
        requirements(rules);
        reliefs(rules);
        rules.work().forEach(one -> {
            code(one.code());
            if ((one.unit() == WorkRequirement.Unit.YES_NO) != (one.minimum() == null)) {
                throw new InvalidInputException("scheme-work", one.code());
            }
        });
        String source = TypedText.line(rules.source(), LONGEST);
        if (source == null) {
            throw new InvalidInputException("scheme-source");
        }
        return new SchemeRules(
                UUID.randomUUID(),
                scheme,
                rules.validFrom(),
                rules.validTo(),
                rules.periodMonths(),
                rules.fixedFrom(),
                rules.fixedTo(),
                rules.totalMinimum(),
                rules.totals(),
                rules.proRata(),
                rules.earlyRenewalMonths(),
                rules.renewalWindowDays(),
                rules.categories(),
                rules.requirements(),
                rules.reliefs(),
                rules.work(),
                source,
                rules.certainty(),
                TypedText.text(rules.note(), LONGEST));
    }

    private static void requirements(SchemeRules rules) {
        Set<String> seen = new HashSet<>();
        for (Requirement one : rules.requirements()) {
            code(one.code());
            number(one.value());
            if (!seen.add(one.code()) || one.code().equals(Result.TOTAL)) {
                throw new InvalidInputException("scheme-requirement-twice", one.code());
            }
            if (one.kind() == RequirementKind.MAX_SHARE && one.value().compareTo(BigDecimal.ONE) > 0) {
                throw new InvalidInputException("scheme-share", one.code());
            }
            List<String> unknown = new ArrayList<>(one.categories());
            unknown.removeAll(rules.categories());
            unknown.remove(Requirement.ALL);
            if (!unknown.isEmpty() || one.categories().isEmpty()) {
                throw new InvalidInputException("scheme-category", one.code());
            }
        }
    }

    private static void reliefs(SchemeRules rules) {
        for (Relief relief : rules.reliefs()) {
            code(relief.code());
            number(relief.totalMinimum());
            relief.values().forEach((requirement, value) -> {
                number(value);
                if (rules.requirements().stream().noneMatch(one -> one.code().equals(requirement))) {
                    throw new InvalidInputException("scheme-relief", requirement);
                }
            });
        }
    }

    private static void number(BigDecimal value) {
        if (value == null || value.signum() < 0 || value.compareTo(MOST) > 0) {
            throw new InvalidInputException("scheme-number");
        }
    }

    private static void code(String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new InvalidInputException("scheme-code", String.valueOf(code));
        }
    }
}
