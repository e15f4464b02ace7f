package nl.kring.crm.enrolment;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.platform.SystemClock;

/** Writes the mails about an enrolment, in the language of who gets it. Calendar texts come from {@link EnrolmentCalendar}. */
final class EnrolmentMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private EnrolmentMail() {}

    /**
     * A mail to the person.
     *
     * @param position the rank on the waiting list, null when there is none
     * @param calendar an iCalendar text, or null
     */
    static OutgoingMail write(
            MailKind kind,
            Enrolment enrolment,
            EditionFacts facts,
            Addressee addressee,
            Integer position,
            String calendar) {
        boolean dutch = !"en".equals(addressee.language());
        Map<String, String> values = new HashMap<>();
        values.put("name", addressee.name());
        values.put("title", facts.title());
        values.put("organiser", facts.organiser());
        values.put("when", when(facts));
        values.put("where", facts.where().isEmpty() ? (dutch ? "volgt nog" : "to be announced") : facts.where());
        values.put("price", money(enrolment.getPriceCents(), dutch));
        values.put("fee", money(enrolment.getFeeCents() == null ? 0 : enrolment.getFeeCents(), dutch));
        values.put("freeuntil", MOMENT.format(local(CancellationPolicy.freeUntil(facts.startsAt()))));
        values.put("position", String.valueOf(position));
        values.put("link", facts.link(enrolment.getUuid()));
        MailText text = MailText.of(kind.code(), dutch ? "nl" : "en", values);
        return new OutgoingMail(
                facts.organiserId(),
                addressee.personId(),
                kind.code(),
                addressee.email(),
                text.subject(),
                text.body(),
                calendar,
                calendar == null ? null : isCancelling(kind) ? "CANCEL" : "REQUEST");
    }

    static boolean isCancelling(MailKind kind) {
        return kind == MailKind.CANCELLED || kind == MailKind.EDITION_CANCELLED;
    }

    private static String when(EditionFacts facts) {
        return facts.meetings().stream()
                .map(meeting -> {
                    ZonedDateTime start = local(meeting.startsAt());
                    ZonedDateTime end = local(meeting.endsAt());
                    boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
                    return DAY.format(start) + " " + TIME.format(start) + " – "
                            + (sameDay ? "" : DAY.format(end) + " ") + TIME.format(end)
                            + (meeting.title() == null ? "" : " (" + meeting.title() + ")");
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
