package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.texts.Texts;

/** How times, prices, points and seats of the agenda are put into words. */
@Named
@ApplicationScoped
public class AgendaWords {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Like di 03-11-2026 19:00. */
    public String moment(Instant moment) {
        return moment == null ? "" : in("EEE dd-MM-yyyy HH:mm").format(AmsterdamTime.toLocal(moment));
    }

    /** Like di 03-11-2026 19:00–22:00, or from a day to another. */
    public String period(Instant from, Instant to) {
        LocalDateTime start = AmsterdamTime.toLocal(from);
        LocalDateTime end = AmsterdamTime.toLocal(to);
        return start.toLocalDate().equals(end.toLocalDate())
                ? moment(from) + "–" + TIME.format(end)
                : in("EEE dd-MM-yyyy").format(start) + " – "
                        + in("EEE dd-MM-yyyy").format(end);
    }

    /** Like di 03-11-2026 19:00–22:00, of times on the wall. */
    public String wall(LocalDateTime from, LocalDateTime to) {
        DateTimeFormatter day = in("EEE dd-MM-yyyy HH:mm");
        return day.format(from) + "–" + (from.toLocalDate().equals(to.toLocalDate()) ? TIME : day).format(to);
    }

    /** Like 03-11-2026, or 03-11-2026 – 05-11-2026. */
    public String days(LocalDate first, LocalDate last) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("dd-MM-yyyy");
        return first.equals(last) ? day.format(first) : day.format(first) + " – " + day.format(last);
    }

    /** Like € 1.234,56; nothing to pay is said in a word. */
    public String price(int cents) {
        if (cents == 0) {
            return text("agenda.free-of-charge");
        }
        NumberFormat format = NumberFormat.getNumberInstance(DUTCH);
        format.setMinimumFractionDigits(2);
        return "€ " + format.format(BigDecimal.valueOf(cents, 2));
    }

    /** Like RGS-HA 3 · KABIZ-DA 1,5. */
    public String points(List<SchemePoints> points) {
        NumberFormat format = NumberFormat.getNumberInstance(DUTCH);
        return points == null
                ? ""
                : points.stream()
                        .map(p -> p.scheme() + " " + format.format(p.points()))
                        .collect(Collectors.joining(" · "));
    }

    /** How many seats are left, or what to do when there are none. */
    public String seats(EditionLine line) {
        return switch (line.seats()) {
            case FREE -> line.free() == 1 ? text("agenda.seats.one") : text("agenda.seats.some", line.free());
            case WAITING_LIST -> text("agenda.seats.waiting-list");
            case FULL -> text("agenda.seats.full");
        };
    }

    /** For whom it is meant, in the order of the professions; nobody named means everybody. */
    public String audience(Collection<Profession> audience) {
        return audience.isEmpty()
                ? text("agenda.audience.everybody")
                : audience.stream()
                        .sorted()
                        .map(profession -> text("values.profession." + profession))
                        .collect(Collectors.joining(", "));
    }

    private static DateTimeFormatter in(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale());
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(locale(), key, arguments);
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
