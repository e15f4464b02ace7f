package nl.kring.crm.agenda.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.platform.TextParts;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The agenda as it is looked at: by everybody, by programs that subscribe to it, and by those who plan. */
@Stateless
public class Calendars {

    /** How many editions a feed tells of at most. */
    public static final int LONGEST_FEED = 300;

    private static final int LARGEST_PAGE = 100;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * A page of what is published and still to come, by start. Anyone may read it.
     *
     * @param size rows, 1 to 100
     * @param after cursor that the page before gave, or null
     * @throws InvalidInputException the cursor is not one of this question
     */
    @PermitAll
    public ResultPage<AgendaLine> agenda(AgendaSearch search, int size, String after) {
        return table().page(search, Math.max(1, Math.min(size, LARGEST_PAGE)), after);
    }

    /** The next editions with their sessions, at most {@value #LONGEST_FEED}, for programs. Anyone may read them. */
    @PermitAll
    public List<FeedEntry> feed(AgendaSearch search) {
        return table().entries(search, LONGEST_FEED);
    }

    /** The same as a calendar file: one appointment a session. Anyone may read it. */
    @PermitAll
    public String calendar(AgendaSearch search, String name) {
        return new CalendarFile(
                        name,
                        feed(search).stream().flatMap(Calendars::appointments).toList())
                .text();
    }

    /**
     * What is held in a period: one's own in every state, of others what is or was published. For staff and the platform's
     * administrator, who sees all.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<CalendarEntry> between(CalendarSearch search) {
        return planned().between(search);
    }

    /**
     * How many editions each organisation has in each week of a year, those of the caller's own drafts too. For staff and
     * the platform's administrator.
     *
     * @param audience only what is meant for them or for everybody, or null
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<PlannedWeek> weeks(LocalDate from, LocalDate until, Profession audience) {
        return planned().weeks(from, until, audience);
    }

    private AgendaTable table() {
        return new AgendaTable(em, clock.instant());
    }

    private CalendarTable planned() {
        return new CalendarTable(em, currentUser.organisationId(), currentUser.has(Role.PLATFORM_ADMIN));
    }

    private static Stream<CalendarFile.Appointment> appointments(FeedEntry entry) {
        AgendaLine line = entry.line();
        return entry.sessions().stream()
                .map(session -> new CalendarFile.Appointment(
                        session.uuid() + "@kring",
                        entry.sequence(),
                        entry.publishedAt(),
                        session.startsAt(),
                        session.endsAt(),
                        session.title() == null ? line.title() : line.title() + ": " + session.title(),
                        entry.summary(),
                        session.location() == null
                                ? TextParts.joined(", ", line.location(), line.place())
                                : session.location(),
                        AgendaAddress.of(line.uuid()),
                        true));
    }
}
