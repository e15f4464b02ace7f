package nl.kring.crm.web.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.scheme.Result;
import nl.kring.crm.dossier.RequirementWords;
import nl.kring.crm.platform.SystemClock;
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

    public String dayOf(Instant moment) {
        return moment == null ? "" : day(LocalDate.ofInstant(moment, SystemClock.AMSTERDAM));
    }
}
