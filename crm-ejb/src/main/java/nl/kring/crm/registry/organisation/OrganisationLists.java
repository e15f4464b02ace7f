package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Consumer;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.Municipalities;
import nl.kring.crm.security.Role;

/** The organisations of the region on any day, found and filtered. */
@Stateless
public class OrganisationLists {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private OrganisationAccess access;

    @Inject
    private AuditTrail audit;

    /**
     * A page of the organisations that were there on the reference date. For staff of any participant and the platform's
     * administrator.
     *
     * @throws InvalidInputException an unknown sort, a cursor of another question, or a text that is too long
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ResultPage<OrganisationLine> find(OrganisationQuery query) {
        OrganisationPage page = new OrganisationSearch(em).find(dated(query), false);
        return new ResultPage<>(page.items(), page.next());
    }

    /** As {@link #find}, with the way back and a count that stops at a thousand. For the same callers. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public OrganisationPage browse(OrganisationQuery query) {
        return new OrganisationSearch(em).find(dated(query), true);
    }

    /**
     * All organisations that are asked for, one after another as they come from the database, whatever page the question
     * names. For the same callers. Taking a list along is written in the audit with its size.
     *
     * @throws InvalidInputException an unknown sort
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void each(OrganisationQuery query, Consumer<OrganisationLine> reader) {
        int[] lines = {0};
        new OrganisationSearch(em).each(dated(query), line -> {
            lines[0]++;
            reader.accept(line);
        });
        audit.record("organisations.listed", null, Integer.toString(lines[0]));
    }

    /** The municipalities that can be looked for in, by name. For the same callers. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<String> municipalities() {
        return Municipalities.names();
    }

    private OrganisationQuery dated(OrganisationQuery query) {
        return query.asOf() == null ? query.on(access.today()) : query;
    }
}
