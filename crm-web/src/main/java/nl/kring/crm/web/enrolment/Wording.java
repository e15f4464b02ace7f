package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TextParts;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;

/** Moments, amounts and values as the screens of enrolments say them, in the language of the page. */
@Named("enrolmentWording")
@RequestScoped
public class Wording {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Inject
    private Me me;

    public String moment(Instant at) {
        return MOMENT.format(local(at));
    }

    /** From when until when; the day is said once where it is the same. */
    public String span(Instant from, Instant to) {
        ZonedDateTime start = local(from);
        ZonedDateTime end = local(to);
        String last = start.toLocalDate().equals(end.toLocalDate()) ? TIME.format(end) : MOMENT.format(end);
        return MOMENT.format(start) + " – " + last;
    }

    public String money(int cents) {
        if (cents == 0) {
            return text("enrolment.free");
        }
        Locale locale = Locale.forLanguageTag(isEnglish() ? "en-GB" : "nl-NL");
        return "€ " + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale)).format(cents / 100.0);
    }

    /** An amount as it stands in a list, also nothing and below it. */
    public String amount(int cents) {
        return cents == 0 ? "€ " + (isEnglish() ? "0.00" : "0,00") : money(cents);
    }

    public String profession(Profession profession) {
        return profession == null ? "" : text("values.profession." + profession);
    }

    public String where(String location, String place) {
        return TextParts.joined(", ", location, place);
    }

    /** What would come of enrolling somebody. */
    public String outlook(Rehearsal.Outlook outlook) {
        return outlook.refused()
                ? text("refusal." + outlook.refusal(), outlook.arguments().toArray())
                : text("enrolment.outlook." + outlook.state(), outlook.position());
    }

    public String text(String key, Object... arguments) {
        return Texts.of(me.getLocale(), key, arguments);
    }

    /** A UUID from an address; what is none does not exist. */
    static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text.strip());
        } catch (IllegalArgumentException noUuid) {
            throw new NotFoundException();
        }
    }

    private boolean isEnglish() {
        return "en".equals(me.getLocale().getLanguage());
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(SystemClock.AMSTERDAM);
    }
}
