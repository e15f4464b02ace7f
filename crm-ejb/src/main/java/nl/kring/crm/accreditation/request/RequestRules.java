package nl.kring.crm.accreditation.request;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What a request, a grant and the texts of a dossier must be to be kept. */
final class RequestRules {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NOTE = 1000;
    private static final int MOST_DAYS = 365;
    private static final int MOST_FEE = 1_000_000;
    private static final int MOST_PARTS = 40;
    private static final BigDecimal MOST_POINTS = new BigDecimal("999.9");

    private RequestRules() {}

    static RequestForm checked(RequestForm form, Set<String> categories) {
        if (form.courseType() == null) {
            throw new InvalidInputException("accreditation-course-type");
        }
        for (int days : new int[] {form.leadDays(), form.attendanceDays()}) {
            if (days < 0 || days > MOST_DAYS) {
                throw new InvalidInputException("accreditation-days", MOST_DAYS);
            }
        }
        if (form.feeCents() != null && (form.feeCents() < 0 || form.feeCents() > MOST_FEE)) {
            throw new InvalidInputException("accreditation-fee");
        }
        return new RequestForm(
                form.courseType(),
                form.holder(),
                form.ownCodes(),
                form.courseType() == CourseType.E_LEARNING ? code(form.moduleCode()) : null,
                form.leadDays(),
                form.attendanceDays(),
                form.feeCents(),
                TypedText.text(form.note(), LONGEST_NOTE),
                points(form.points(), categories));
    }

    static Grant checked(Grant grant, Set<String> categories) {
        if (grant.validFrom() == null
                || grant.validTo() == null
                || grant.validTo().isBefore(grant.validFrom())) {
            throw new InvalidInputException("accreditation-validity");
        }
        List<AskedPoints> points = points(grant.points(), categories);
        if (points.isEmpty()) {
            throw new InvalidInputException("accreditation-grant-points");
        }
        return new Grant(code(grant.courseNumber()), grant.validFrom(), grant.validTo(), points);
    }

    static DossierTexts checked(DossierTexts texts) {
        return new DossierTexts(
                TypedText.text(texts.need(), LONGEST_TEXT),
                TypedText.text(texts.didactics(), LONGEST_TEXT),
                TypedText.text(texts.competences(), LONGEST_TEXT),
                TypedText.text(texts.assessment(), LONGEST_TEXT),
                TypedText.text(texts.literature(), LONGEST_TEXT));
    }

    /** A number or code as another system knows it. */
    static String code(String typed) {
        String code = TypedText.readable(typed, LONGEST_CODE);
        if (code != null && !code.matches("[\\w./-]+")) {
            throw new InvalidInputException("accreditation-code", code);
        }
        return code;
    }

    static String reason(String typed) {
        String reason = TypedText.text(typed, LONGEST_NOTE);
        if (reason == null) {
            throw new InvalidInputException("accreditation-reason");
        }
        return reason;
    }

    private static List<AskedPoints> points(List<AskedPoints> wanted, Set<String> categories) {
        if (wanted.size() > MOST_PARTS) {
            throw new InvalidInputException("accreditation-parts", MOST_PARTS);
        }
        return wanted.stream()
                .filter(each -> each.points() != null && each.points().signum() != 0)
                .map(each -> point(each, categories))
                .toList();
    }

    private static AskedPoints point(AskedPoints asked, Set<String> categories) {
        if (!categories.contains(asked.category())) {
            throw new InvalidInputException("credit-category");
        }
        if (asked.points().signum() < 0
                || asked.points().compareTo(MOST_POINTS) > 0
                || asked.points().stripTrailingZeros().scale() > 1) {
            throw new InvalidInputException(
                    "accreditation-points", asked.points().toPlainString());
        }
        return new AskedPoints(asked.category(), TypedText.line(asked.part(), LONGEST_CODE * 2), asked.points());
    }
}
