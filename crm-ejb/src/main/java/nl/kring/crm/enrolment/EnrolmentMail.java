package nl.kring.crm.enrolment;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.enrolment.price.FeeStep;
import nl.kring.crm.platform.SystemClock;

/** Writes the mails about an enrolment, in the language of who gets it. Calendar texts come from {@link EnrolmentCalendar}. */
final class EnrolmentMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * What a mail tells besides the enrolment itself.
     *
     * @param position the rank on the waiting list, null when there is none
     * @param calendar an iCalendar text, or null
     * @param dropped an iCalendar text of sessions that are no longer, or null
     * @param before what would have been, when something was changed
     * @param note what the organiser wants to say, or null
     * @param answer where to say yes or no without signing in, or null
     * @param draw when seats are drawn; null for who does not wait for that
     */
    record Told(
            Integer position,
            String calendar,
            String dropped,
            EditionFacts before,
            String note,
            String answer,
            Instant draw) {

        /** Of who does not wait for a draw. */
        Told(Integer position, String calendar, String dropped, EditionFacts before, String note, String answer) {
            this(position, calendar, dropped, before, note, answer, null);
        }
    }

    private EnrolmentMail() {}

    /**
     * A mail to the person.
     *
     * @param told what it tells besides the enrolment itself
     */
    static OutgoingMail write(MailKind kind, Enrolment enrolment, EditionFacts facts, Addressee addressee, Told told) {
        boolean dutch = !"en".equals(addressee.language());
        MailText text = facts.texts()
                .write(
                        EnrolmentMail.class,
                        kind.code(),
                        dutch ? "nl" : "en",
                        values(kind, enrolment, facts, addressee, told));
        return new OutgoingMail(
                facts.organiserId(),
                addressee.personId(),
                kind.code(),
                addressee.email(),
                text.subject(),
                text.body(),
                told.calendar(),
                told.calendar() == null ? null : isCancelling(kind) ? "CANCEL" : "REQUEST",
                told.dropped());
    }

    /** What can be filled in, by the codes that {@link EnrolmentForms} names. */
    static Map<String, String> values(
            MailKind kind, Enrolment enrolment, EditionFacts facts, Addressee addressee, Told told) {
        boolean dutch = !"en".equals(addressee.language());
        Map<String, String> values = new HashMap<>();
        values.put("name", addressee.name());
        values.put("title", facts.title());
        values.put("organiser", facts.organiser());
        boolean seated = enrolment.wasConfirmed() || kind == MailKind.CONFIRMED;
        values.put("when", when(facts.meetings(), seated));
        values.put("where", where(facts, seated, dutch));
        values.put("before", told.before() == null ? "" : when(told.before().meetings(), false));
        values.put("wherebefore", told.before() == null ? "" : where(told.before(), false, dutch));
        values.put("note", told.note() == null ? "" : told.note());
        values.put("price", money(enrolment.getPriceCents(), dutch));
        values.put("fee", money(enrolment.getFeeCents() == null ? 0 : enrolment.getFeeCents(), dutch));
        values.put("cancelling", cancelling(enrolment, dutch));
        values.put("position", String.valueOf(told.position()));
        values.put("until", enrolment.getOfferUntil() == null ? "" : MOMENT.format(local(enrolment.getOfferUntil())));
        values.put("draw", told.draw() == null ? "" : MOMENT.format(local(told.draw())));
        values.put("number", String.valueOf(enrolment.getUuid()));
        values.put("answer", told.answer() == null ? facts.link(enrolment.getUuid()) : told.answer());
        values.put("link", facts.link(enrolment.getUuid()));
        return values;
    }

    static boolean isCancelling(MailKind kind) {
        return kind == MailKind.CANCELLED || kind == MailKind.REPLACED || kind == MailKind.EDITION_CANCELLED;
    }

    /** What giving the seat back costs, step by step, as it was agreed. */
    private static String cancelling(Enrolment enrolment, boolean dutch) {
        List<FeeStep> steps = enrolment.terms().steps(enrolment.held(), enrolment.seatedSince());
        return steps.stream()
                .map(step -> {
                    String until = step.until() == null
                            ? steps.size() == 1 ? "" : dutch ? "daarna " : "after that "
                            : (dutch ? "tot en met " : "up to ") + MOMENT.format(local(step.until())) + " ";
                    return until + money(step.feeCents(), dutch);
                })
                .collect(Collectors.joining("; "));
    }

    private static String where(EditionFacts facts, boolean seated, boolean dutch) {
        if (!facts.where().isEmpty()) {
            return facts.where();
        }
        if (facts.meetings().stream().noneMatch(meeting -> meeting.online() != null)) {
            return dutch ? "volgt nog" : "to be announced";
        }
        return seated || !dutch ? "online" : "online; waar u inlogt hoort u als u een plaats hebt";
    }

    /** A line for each session, with a place of its own; who has a seat also reads where to log in. */
    private static String when(List<EnrolmentOffer.Meeting> meetings, boolean seated) {
        return meetings.stream()
                .map(meeting -> {
                    ZonedDateTime start = local(meeting.startsAt());
                    ZonedDateTime end = local(meeting.endsAt());
                    boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
                    return DAY.format(start) + " " + TIME.format(start) + " – "
                            + (sameDay ? "" : DAY.format(end) + " ") + TIME.format(end)
                            + (meeting.title() == null ? "" : " (" + meeting.title() + ")")
                            + (meeting.where() == null ? "" : ", " + meeting.where())
                            + (meeting.online() == null || !seated ? "" : "\n    " + meeting.online());
                })
                .collect(Collectors.joining("\n  "));
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(SystemClock.AMSTERDAM);
    }

    private static String money(int cents, boolean dutch) {
        if (cents == 0) {
            return dutch ? "gratis" : "free of charge";
        }
        Locale locale = Locale.forLanguageTag(dutch ? "nl-NL" : "en-GB");
        return "€ " + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale)).format(cents / 100.0);
    }
}
