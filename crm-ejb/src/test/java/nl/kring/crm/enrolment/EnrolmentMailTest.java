package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.registry.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnrolmentMailTest {

    private static final UUID ENROLMENT = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final Instant EVENING = Instant.parse("2026-10-20T17:30:00Z");
    private static final Instant NEXT_EVENING = Instant.parse("2026-11-03T18:30:00Z");
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final UUID FIRST = UUID.fromString("aaaaaaaa-2222-4333-8444-555555555555");
    private static final UUID SECOND = UUID.fromString("bbbbbbbb-2222-4333-8444-555555555555");
    private static final EditionFacts FACTS = new EditionFacts(
            "Astma; nieuw, én oud\r\nBcc: kwaad@example.nl",
            7L,
            UUID.randomUUID(),
            "Nascholing Oost",
            "nascholing@example.nl",
            "Zaal 1, Almelo",
            EVENING,
            3,
            List.of(
                    new EnrolmentOffer.Meeting(FIRST, null, EVENING, EVENING.plus(Duration.ofHours(2)), null, null),
                    new EnrolmentOffer.Meeting(
                            SECOND,
                            "Deel 2",
                            NEXT_EVENING,
                            NEXT_EVENING.plus(Duration.ofHours(2)),
                            null,
                            "https://webinar.example.nl/2")));
    private static final Addressee GP = new Addressee(9L, "A. de Vries", "gp@example.nl", "nl");

    private static SeatsDatabase database;
    private static Enrolment enrolment;

    @BeforeAll
    static void open() throws IOException {
        database = new SeatsDatabase();
        long edition = database.anEdition(5, true);
        long person = database.persons(1).get(0);
        enrolment = database.inTransaction(em -> {
            Edition found = em.find(Edition.class, edition);
            assertThat(found.getCourse().getTitle()).isEqualTo("Astma");
            return new Enrolment(found, em.find(Person.class, person), "gp@example.nl", null, NOW);
        });
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
    }

    @Test
    void the_calendar_carries_every_session_at_its_own_time() throws Exception {
        Calendar calendar = parsed(EnrolmentCalendar.invitation(ENROLMENT, 0, FACTS, GP, NOW));

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(text(calendar.getProperty(Property.METHOD))).isEqualTo("REQUEST");
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(2);
        assertThat(Instant.from(events.get(0).getStartDate().orElseThrow().getDate()))
                .isEqualTo(EVENING);
        assertThat(Instant.from(events.get(1).getStartDate().orElseThrow().getDate()))
                .isEqualTo(NEXT_EVENING);
        assertThat(Instant.from(events.get(1).getEndDate().orElseThrow().getDate()))
                .isEqualTo(NEXT_EVENING.plus(Duration.ofHours(2)));
        assertThat(events.get(0).getUid().orElseThrow().getValue()).isEqualTo(ENROLMENT + "-" + FIRST + "@kring");
        assertThat(events.get(1).getUid().orElseThrow().getValue()).isEqualTo(ENROLMENT + "-" + SECOND + "@kring");
        assertThat(events.get(0).getSummary().getValue()).startsWith("Astma; nieuw, én oud");
        assertThat(events.get(0).getLocation().getValue()).isEqualTo("Zaal 1, Almelo");
        assertThat(text(events.get(0).getProperty(Property.ORGANIZER))).isEqualTo("mailto:nascholing@example.nl");
    }

    @Test
    void the_cancellation_names_the_same_events_with_a_higher_sequence() throws Exception {
        Calendar calendar = parsed(EnrolmentCalendar.cancellation(ENROLMENT, 1, FACTS, GP, NOW));

        assertThat(text(calendar.getProperty(Property.METHOD))).isEqualTo("CANCEL");
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(text(event.getProperty(Property.STATUS))).isEqualTo("CANCELLED");
            assertThat(text(event.getProperty(Property.SEQUENCE))).isEqualTo("1");
        });
        assertThat(events.get(0).getUid().orElseThrow().getValue()).isEqualTo(ENROLMENT + "-" + FIRST + "@kring");
    }

    @Test
    void an_organiser_without_an_address_still_stands_in_the_calendar() throws Exception {
        EditionFacts facts = new EditionFacts(
                "Astma", 7L, FACTS.organiserUuid(), "Nascholing Oost", null, "", EVENING, 0, FACTS.meetings());

        Calendar calendar = parsed(EnrolmentCalendar.invitation(ENROLMENT, 0, facts, GP, NOW));

        assertThat(calendar.validate().hasErrors()).isFalse();
    }

    @Test
    void the_confirmation_tells_each_session_in_local_time_and_until_when_cancelling_is_free() {
        OutgoingMail mail =
                EnrolmentMail.write(MailKind.CONFIRMED, enrolment, FACTS, GP, told(null, "BEGIN:VCALENDAR"));

        assertThat(mail.recipient()).isEqualTo("gp@example.nl");
        assertThat(mail.calendarMethod()).isEqualTo("REQUEST");
        assertThat(mail.body())
                .contains("Beste A. de Vries,")
                .contains("20-10-2026 19:30 – 21:30")
                .contains("03-11-2026 19:30 – 21:30 (Deel 2)")
                .contains("tot en met 27-10-2026 09:00 gratis")
                .contains("€ 125,00")
                .contains("/enrolment/my-enrolments.xhtml?id=" + enrolment.getUuid());
        assertThat(mail.subject()).as("a title cannot add a header").doesNotContainPattern("[\\r\\n]");
    }

    @Test
    void who_waits_hears_the_place_in_the_own_language() {
        Addressee english = new Addressee(9L, "A. de Vries", "gp@example.nl", "en");

        OutgoingMail mail = EnrolmentMail.write(MailKind.WAITLISTED, enrolment, FACTS, english, told(3, null));

        assertThat(mail.body()).contains("at place 3").contains("€ 125.00");
        assertThat(mail.calendarMethod()).isNull();
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void every_mail_is_whole_in_both_languages(MailKind kind) {
        for (String language : List.of("nl", "en")) {
            Addressee addressee = new Addressee(9L, "{title} $1 \\", "gp@example.nl", language);
            OutgoingMail mail = EnrolmentMail.write(kind, enrolment, FACTS, addressee, told(2, null));
            assertThat(mail.subject()).isNotBlank();
            assertThat(mail.body())
                    .contains("{title} $1 \\")
                    .doesNotContain("{name}")
                    .contains("Nascholing Oost");
        }
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED,CANCEL", "EDITION_CANCELLED,CANCEL", "PROMOTED,REQUEST"})
    void the_method_of_the_calendar_follows_what_is_told(MailKind kind, String method) {
        assertThat(EnrolmentMail.write(kind, enrolment, FACTS, GP, told(null, "BEGIN:VCALENDAR"))
                        .calendarMethod())
                .isEqualTo(method);
    }

    private static Calendar parsed(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static String text(Optional<? extends Property> property) {
        return property.orElseThrow().getValue();
    }

    private static EnrolmentMail.Told told(Integer position, String calendar) {
        return new EnrolmentMail.Told(position, calendar, null, null, null, null);
    }
}
