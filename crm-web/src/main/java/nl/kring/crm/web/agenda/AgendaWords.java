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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.agenda.Holidays;
import nl.kring.crm.agenda.Seats;
import nl.kring.crm.agenda.calendar.AgendaLine;
import nl.kring.crm.agenda.course.PublicProfile;
import nl.kring.crm.agenda.course.ThemeLine;
import nl.kring.crm.agenda.course.YearCopyLine;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.texts.Texts;

/** How times, prices, points and seats of the agenda are put into words. */
@Named
@ApplicationScoped
public class AgendaWords {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    /** By pattern and language: a list says many moments in few ways. */
    private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

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

    /** Like dinsdag 3 november 2026. */
    public String day(LocalDate day) {
        return in("EEEE d MMMM yyyy").format(day);
    }

    /** Like november. */
    public String month(LocalDate day) {
        return in("LLLL").format(day);
    }

    /** Like 19:00–22:00; where it ends on another day that is said. */
    public String hours(Instant from, Instant to) {
        LocalDateTime start = AmsterdamTime.toLocal(from);
        LocalDateTime end = AmsterdamTime.toLocal(to);
        return TIME.format(start) + "–"
                + (start.toLocalDate().equals(end.toLocalDate())
                        ? TIME.format(end)
                        : in("EEE dd-MM HH:mm").format(end));
    }

    /** Like 2–8 nov, or 30 nov–6 dec. */
    public String shortDays(LocalDate first, LocalDate last) {
        String end = in("d MMM").format(last);
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "–" + end
                : in("d MMM").format(first) + "–" + end;
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
                        .map(p -> p.scheme() + " "
                                + (p.points() == null
                                        ? text("agenda.accreditation.pending")
                                        : format.format(p.points())))
                        .collect(Collectors.joining(" · "));
    }

    /** The same with the word before it. */
    String earned(List<SchemePoints> points) {
        return text("agenda.points") + " " + points(points);
    }

    /** How many seats are left, or what to do when there are none. */
    public String seats(EditionLine line) {
        return seats(line.seats(), line.free());
    }

    String seats(AgendaLine line) {
        return seats(line.seats(), line.free());
    }

    String online() {
        return text("agenda.online");
    }

    String kind(CourseKind kind) {
        return text("agenda.kind." + kind);
    }

    private static String seats(Seats seats, int free) {
        return switch (seats) {
            case FREE -> free == 1 ? text("agenda.seats.one") : text("agenda.seats.some", free);
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

    /** A theme in the language of the page. */
    public String theme(ThemeLine theme) {
        return locale().getLanguage().equals("nl") ? theme.name() : theme.nameEn();
    }

    public String themes(Collection<ThemeLine> themes) {
        return themes.stream().map(this::theme).collect(Collectors.joining(", "));
    }

    public String roles(Collection<AffiliationRole> roles) {
        return roles.stream().map(role -> text("values.role." + role)).collect(Collectors.joining(", "));
    }

    public String joined(Collection<String> names) {
        return String.join(", ", names);
    }

    /** Which interests a speaker disclosed, or that it is not done yet. */
    public String disclosure(PublicProfile.Speaker speaker) {
        if (speaker.disclosedOn() == null) {
            return text("agenda.speaker.not-disclosed");
        }
        return speaker.interests() == null
                ? text("agenda.speaker.no-interests")
                : text("agenda.speaker.interests", speaker.interests());
    }

    /** An amount that may be below zero. */
    public String amount(long cents) {
        NumberFormat format = NumberFormat.getNumberInstance(DUTCH);
        format.setMinimumFractionDigits(2);
        return "€ " + format.format(BigDecimal.valueOf(cents, 2));
    }

    /** Like di 27-04-2027 Koningsdag. */
    public String holiday(LocalDate day) {
        return in("EEE dd-MM-yyyy").format(day) + " " + Holidays.on(day, locale());
    }

    /** How much of which year was copied. */
    public String copying(YearCopyLine line) {
        return text("agenda_copy-year.line", line.editions(), String.valueOf(line.fromYear()));
    }

    private static DateTimeFormatter in(String pattern) {
        Locale locale = locale();
        return FORMATS.computeIfAbsent(pattern + locale, key -> DateTimeFormatter.ofPattern(pattern, locale));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(locale(), key, arguments);
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
