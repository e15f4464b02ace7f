package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.FieldRules;
import nl.kring.crm.registry.Period;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The organisations of the region, among them the participants that share this register and agenda. */
@Stateless
public class Organisations {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private OrganisationAccess access;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentUser currentUser;

    /** The participants by name. Anyone may see who they are. */
    @PermitAll
    public List<Organisation> participants() {
        return em.createQuery("select o from Organisation o where o.participant order by o.name", Organisation.class)
                .getResultList();
    }

    /** One organisation by its code, like FEA; upper and lower case alike. Anyone may see it. */
    @PermitAll
    public Optional<Organisation> byCode(String code) {
        return em.createQuery("select o from Organisation o where o.code = :code", Organisation.class)
                .setParameter("code", code == null ? "" : code.strip().toUpperCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /**
     * One organisation by its number. Anyone may see it.
     *
     * @throws NotFoundException there is none
     */
    @PermitAll
    public Organisation get(Long id) {
        Organisation found = id == null ? null : em.find(Organisation.class, id);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /**
     * Lets one more organisation take part. For the platform's administrator.
     *
     * @param code short and unique, kept in upper case
     * @throws InvalidInputException the code is taken, or code, name or kind is empty
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Organisation join(String code, String name, OrganisationKind kind, String email) {
        if (code == null) {
            throw new InvalidInputException("organisation-code");
        }
        NewOrganisation typed = new NewOrganisation(kind, name).called(code).with(OrganisationField.EMAIL, email);
        Organisation organisation = add(typed, true);
        audit.record("organisation.joined", organisation.getUuid(), null);
        return organisation;
    }

    /**
     * Writes down an organisation of any kind, which takes no part itself. For staff of any participant and the platform's
     * administrator.
     *
     * @throws InvalidInputException there is no name or kind, the code is taken, the last day is before the first, or a
     *     value cannot be one of its field
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID create(NewOrganisation typed) {
        Organisation organisation = add(typed, false);
        audit.record("organisation.added", organisation.getUuid(), null);
        return organisation.getUuid();
    }

    /**
     * Says that a field is otherwise; what others say stays. For staff of any participant and the platform's
     * administrator; of a participant its own staff.
     *
     * @return the statement, for taking it back
     * @throws NotFoundException there is no such organisation
     * @throws NotAllowedException it is another participant
     * @throws EditConflictException it was changed since the caller looked
     * @throws InvalidInputException the value cannot be one of that field, or the reason is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID correct(UUID uuid, OrganisationCorrection correction) {
        Organisation subject = OrganisationStatements.subject(em, uuid);
        access.requireEdit(subject);
        String reason = new FieldRules(clock).reason(correction.reason());
        OrganisationStatement statement =
                new OrganisationStatements(em).correct(subject, correction, reason, access.author());
        audit.record(
                "organisation.corrected", subject.getUuid(), correction.field().code() + " " + statement.getUuid());
        return statement.getUuid();
    }

    /**
     * Takes back what was said by hand; what is shown is again what it would be without. For staff of the organisation that
     * said it, and the platform's administrator.
     *
     * @return the organisation it was about
     * @throws NotFoundException there is no such statement
     * @throws NotAllowedException another organisation said it
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID withdraw(UUID statementUuid) {
        OrganisationStatements statements = new OrganisationStatements(em);
        OrganisationStatement statement = statements.get(statementUuid);
        access.requireOwn(statement.getOrganisationId());
        statements.withdraw(statement, access.author());
        UUID subject = get(statement.getSubjectId()).getUuid();
        audit.record("organisation.statement-withdrawn", subject, statementUuid.toString());
        return subject;
    }

    /**
     * Gives the organisation that the caller acts for its colour. For its staff.
     *
     * @param colour like #0b6b63; null or blank for none of its own
     * @throws InvalidInputException it is no colour, or white text on it cannot be read
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void useAccent(String colour) {
        Organisation own = get(currentUser.requireOrganisation());
        own.useAccent(colour == null || colour.isBlank() ? null : new Accent(colour));
        audit.record("organisation.accent", own.getUuid(), own.getAccent());
    }

    private Organisation add(NewOrganisation typed, boolean participant) {
        if (typed.kind() == null) {
            throw new InvalidInputException("organisation-kind");
        }
        String code = typed.code() == null || typed.code().isBlank()
                ? null
                : typed.code().strip().toUpperCase(Locale.ROOT);
        if (code != null && !typed.code().strip().matches("[A-Za-z0-9][A-Za-z0-9-]{1,19}")
                || code == null && participant) {
            throw new InvalidInputException("organisation-code");
        }
        String name =
                OrganisationRules.checked(OrganisationField.NAME, typed.values().get(OrganisationField.NAME));
        if (code != null && byCode(code).isPresent()) {
            throw new InvalidInputException("organisation-exists", code);
        }
        Organisation organisation = new Organisation(code, name, typed.kind(), participant, null, clock.instant());
        organisation.existFor(new Period(typed.validFrom(), typed.validTo()));
        return new OrganisationStatements(em).add(organisation, typed, access.author());
    }
}
