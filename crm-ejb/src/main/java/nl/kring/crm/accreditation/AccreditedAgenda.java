package nl.kring.crm.accreditation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.calendar.AgendaLine;
import nl.kring.crm.agenda.calendar.AgendaSearch;
import nl.kring.crm.agenda.calendar.Calendars;
import nl.kring.crm.agenda.calendar.CourseSelection;
import nl.kring.crm.agenda.calendar.FeedEntry;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.ResultPage;

/** The public agenda with what its courses are worth, and of only those that are worth something in one register. */
@Stateless
public class AccreditedAgenda {

    private static final String WORTH_SOMETHING =
            "select a.course_id from crm.accreditation a where a.scheme_code = :selected and a.points > 0";

    /** An edition on a day for which nothing was granted gives none. */
    private static final String ON_ITS_DAY =
            "exists (select 1 from crm.worth_of(" + CourseSelection.EDITION + ") w where w.scheme_code = :selected)";

    @Inject
    private Calendars calendars;

    @Inject
    private Awards awards;

    /** A page of the agenda, and by edition what it is worth; one without points is left out there. */
    public record Page(ResultPage<AgendaLine> lines, Map<UUID, List<SchemePoints>> points) {}

    /**
     * A page of what is published and still to come, by start. Anyone may read it.
     *
     * @param scheme code of a register in which it gives points, or null
     * @param size rows, 1 to 100
     * @param after cursor that the page before gave, or null
     * @throws InvalidInputException the cursor is not one of this question
     */
    @PermitAll
    public Page page(AgendaSearch search, String scheme, int size, String after) {
        ResultPage<AgendaLine> lines = calendars.agenda(worth(search, scheme), size, after);
        return new Page(
                lines,
                awards.pointsInAgenda(lines.items().stream().map(AgendaLine::id).toArray(Long[]::new)));
    }

    /** The next editions with their sessions, for programs. Anyone may read them. */
    @PermitAll
    public List<FeedEntry> feed(AgendaSearch search, String scheme) {
        return calendars.feed(worth(search, scheme));
    }

    /** The same as a calendar file. Anyone may read it. */
    @PermitAll
    public String calendar(AgendaSearch search, String scheme, String name) {
        return calendars.calendar(worth(search, scheme), name);
    }

    private static AgendaSearch worth(AgendaSearch search, String scheme) {
        return scheme == null || scheme.isBlank()
                ? search
                : search.among(
                        new CourseSelection(WORTH_SOMETHING, ON_ITS_DAY, scheme.replaceAll("[\\p{Cc}\\p{Cs}]", " ")));
    }
}
