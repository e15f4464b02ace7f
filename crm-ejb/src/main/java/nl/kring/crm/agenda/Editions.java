package nl.kring.crm.agenda;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.Role;

/** The shared agenda of all organisations, and for each organiser its own part of it. */
@Stateless
public class Editions {

    @Inject
    private EditionLists lists;

    @Inject
    private Organisers organisers;

    /**
     * A page of the published editions by start. Anyone may read it.
     *
     * @throws InvalidInputException the cursor is not one of this filter
     */
    @PermitAll
    public ResultPage<EditionLine> agenda(AgendaQuery query) {
        return lists.agenda(query);
    }

    /**
     * One edition with its sessions. Anyone may read one that is or was published; a draft its organiser's staff alone.
     *
     * @throws NotFoundException there is none, or it is a draft of somebody else
     */
    @PermitAll
    public EditionDetail edition(UUID uuid) {
        Edition edition = visible(uuid);
        Course course = edition.getCourse();
        Organisation organiser = organisers.of(edition);
        boolean own = organisers.own(edition);
        return new EditionDetail(
                lists.line(edition),
                course.getUuid(),
                organiser.getId(),
                organiser.getEmail(),
                course.getSummary(),
                course.getAudience(),
                lists.sessionsOf(edition.getId()).stream()
                        .map(session -> SessionLine.of(session, own))
                        .toList(),
                edition.getEnrolUntil(),
                own ? edition.getOnline() : null,
                edition.getOnline() != null,
                edition.getFewest(),
                own ? edition.progress() : null,
                own ? lists.movesOf(edition, organisers.organises(course)) : Set.of(),
                edition.getVersion(),
                own);
    }

    /**
     * The sessions of an edition in order of time. Anyone may read those of an edition that is or was published; those of
     * a draft its organiser's staff alone.
     *
     * @throws NotFoundException there is none, or it is a draft of somebody else
     */
    @PermitAll
    public List<SessionLine> sessionsOf(UUID uuid) {
        Edition edition = visible(uuid);
        boolean own = organisers.own(edition);
        return lists.sessionsOf(edition.getId()).stream()
                .map(session -> SessionLine.of(session, own))
                .toList();
    }

    /**
     * A page of the editions of the caller's organisation in every state, the latest first. For its staff; the platform's
     * administrator reads those of all.
     *
     * @param q words that all stand in title, summary, organiser or place, or null
     * @param size rows a page, 1 to 200; 0 means 20
     * @param after cursor that the page before gave, or null
     * @throws InvalidInputException the cursor is not one of this filter
     * @throws NotAllowedException the caller acts for no organisation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ResultPage<EditionLine> mine(String q, int size, String after) {
        return lists.of(organisers.managed(), q, size, after);
    }

    private Edition visible(UUID uuid) {
        Edition edition = lists.find(uuid);
        organisers.mustSee(edition);
        return edition;
    }
}
