package nl.kring.crm.web.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.scheme.Result;
import nl.kring.crm.accreditation.scheme.WorkRequirement;
import nl.kring.crm.dossier.ComingCourse;
import nl.kring.crm.dossier.Outlook;
import nl.kring.crm.dossier.RequirementWords;
import nl.kring.crm.dossier.WorkLine;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;

/** How points, days and the words of the registers look on these screens. */
@Named
@RequestScoped
public class DossierWording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    @Inject
    private Me me;

    /** A text; what an administrator called something that has no text of ours is shown as it is called. */
    public String text(String key, Object... arguments) {
        try {
            return Texts.of(me.getLocale(), key, arguments);
        } catch (MissingResourceException unknown) {
            return key.substring(key.lastIndexOf('.') + 1);
        }
    }

    public String category(String code) {
        return text("values.credit-category." + code);
    }

    public String work(String code) {
        return text("values.work-requirement." + code);
    }

    public String requirement(Result result) {
        return RequirementWords.of(result, this::text);
    }

    /** How a requirement stands, in a sentence of its kind: a limit asks nothing and an advice does not oblige. */
    public String standing(Result result, SchemeUnit unit) {
        String required = number(result.required());
        String achieved = number(result.achieved());
        if (!result.known()) {
            return text("dossier_my-dossier.result.unknown", required);
        }
        if (RequirementWords.isLimit(result)) {
            return text("dossier_my-dossier.result.limit", achieved, required);
        }
        return switch (result.kind()) {
            case ADVISORY_MIN -> {
                BigDecimal under = result.required().subtract(result.achieved());
                yield under.signum() > 0
                        ? text("dossier_my-dossier.result.advice-short", achieved, required, number(under))
                        : text("dossier_my-dossier.result.advice", achieved, required);
            }
            case MIN ->
                result.isMet()
                        ? text("dossier_my-dossier.result.asked", achieved, points(result.required(), unit))
                        : text(
                                "dossier_my-dossier.result.short",
                                achieved,
                                points(result.required(), unit),
                                number(result.missing()));
            default ->
                result.isMet()
                        ? text("dossier_my-dossier.result.asked", achieved, required)
                        : text("dossier_my-dossier.result.short", achieved, required, number(result.missing()));
        };
    }

    public String atLeast(WorkRequirement.Unit unit, BigDecimal minimum) {
        return RequirementWords.atLeast(unit, number(minimum), this::text);
    }

    /** What is asked of somebody's work and what was said of it. */
    public String shortOf(WorkLine line) {
        if (line.asked().minimum() == null) {
            return text("dossier_my-dossier.work-short.yes-no");
        }
        String asked = atLeast(line.asked().unit(), line.asked().minimum());
        return line.said() == null
                ? text("dossier_my-dossier.work-short.not-said", asked)
                : text("dossier_my-dossier.work-short.said", asked, number(line.said()));
    }

    /** For which of the kinds that are short a course gives points; empty when for none. */
    public String fills(ComingCourse course, Outlook outlook) {
        return outlook == null
                ? ""
                : course.points().keySet().stream()
                        .filter(outlook.stillMissingCategories()::contains)
                        .map(this::category)
                        .collect(Collectors.joining(", "));
    }

    public String number(BigDecimal points) {
        return points == null
                ? ""
                : new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("nl")))
                        .format(points);
    }

    /** Points with what they are counted in. */
    public String points(BigDecimal points, SchemeUnit unit) {
        return number(points) + " " + text("attendance.unit." + unit);
    }

    public String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
