package nl.kring.crm.governance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.PersonEdit;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.registry.affiliation.AffiliationLine;
import nl.kring.crm.registry.affiliation.Affiliations;
import nl.kring.crm.registry.affiliation.MembershipLine;
import nl.kring.crm.registry.affiliation.Memberships;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * What waits for the steward of a person because somebody else wants it and it cannot be taken back easily. Accepting does
 * it, in the same transaction, as if the steward had.
 */
@Stateless
public class ChangeProposals {

    private static final int LONGEST = 500;
    private static final int LONGEST_REASON = 200; // of a statement

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Stewardship stewardship;

    @Inject
    private Persons persons;

    @Inject
    private Affiliations affiliations;

    @Inject
    private Memberships memberships;

    @Inject
    private Organisations organisations;

    @Inject
    private Merges merges;

    @Inject
    private ProposalMails mails;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<ProposalDecided> decisions;

    /**
     * Proposes another number. For staff of an organisation that does not look after the person; the steward is mailed.
     *
     * @throws InvalidInputException the value cannot be one of that field, the reason is missing, the field is no identifier,
     *     or the caller may change it at once
     * @throws NotFoundException there is no such person
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID proposeIdentifier(IdentifierProposal wanted) {
        if (!wanted.field().isIdentifier()) {
            throw new InvalidInputException("person-field");
        }
        String written = persons.written(wanted.field(), wanted.qualifier(), wanted.value(), wanted.overrideReason());
        Person person = person(wanted.person());
        return open(
                ChangeProposal.ofIdentifier(person.getId(), wanted, written, origin(person, wanted.reason())), person);
    }

    /**
     * Proposes that an affiliation or a membership of a person ends. For staff of an organisation that may not end it at once;
     * the steward is mailed.
     *
     * @throws InvalidInputException the day or the reason is missing, the day lies before the first, it is held by an
     *     organisation, or the caller may end it at once
     * @throws NotFoundException there is no such affiliation or membership
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID proposeEnd(EndProposal wanted) {
        if (wanted.lastDay() == null) {
            throw new InvalidInputException("period-day-missing");
        }
        Person person;
        if (wanted.kind() == ProposalKind.END_AFFILIATION) {
            AffiliationLine line = affiliations.get(wanted.subject());
            line.period().until(wanted.lastDay());
            person = person(line.person());
        } else if (wanted.kind() == ProposalKind.END_MEMBERSHIP) {
            MembershipLine line = memberships.get(wanted.subject());
            line.period().until(wanted.lastDay());
            if (!line.heldByPerson()) {
                throw new InvalidInputException("proposal-holder");
            }
            person = person(line.holder());
        } else {
            throw new InvalidInputException("proposal-kind");
        }
        return open(ChangeProposal.ofEnd(person.getId(), wanted, origin(person, wanted.reason())), person);
    }

    /**
     * Proposes that two persons are one. For staff of an organisation that looks after neither; the steward of the one who is
     * to stay is mailed.
     *
     * @param survivor who is to stay
     * @throws InvalidInputException the reason is missing, or the caller may merge them at once
     * @throws NotFoundException one of them does not exist
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID proposeMerge(UUID survivor, UUID other, String reason) {
        Person person = person(survivor);
        Person merged = person(other);
        if (stewardship.isMine(merged.getId())) {
            throw new InvalidInputException("proposal-not-needed");
        }
        return open(ChangeProposal.ofMerge(person.getId(), merged.getUuid(), origin(person, reason)), person);
    }

    /**
     * Does what was proposed. For staff of the steward and the platform's administrator; the proposer is mailed.
     *
     * @param answer what the proposer is told; may be empty
     * @throws NotFoundException there is none, or it waits for another organisation
     * @throws InvalidInputException it was decided before, or can no longer be done
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void accept(UUID uuid, String answer) {
        ChangeProposal proposal = forMe(uuid);
        decided(proposal, ProposalState.ACCEPTED, TypedText.text(answer, LONGEST));
        carryOut(proposal);
    }

    /**
     * Leaves everything as it is. For the callers and with the refusals of {@link #accept}; the answer is required.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void reject(UUID uuid, String answer) {
        ChangeProposal proposal = forMe(uuid);
        String told = TypedText.text(answer, LONGEST);
        if (told == null) {
            throw new InvalidInputException("proposal-answer");
        }
        decided(proposal, ProposalState.REJECTED, told);
    }

    /**
     * Takes a proposal back. For staff of the organisation that made it and the platform's administrator.
     *
     * @throws NotFoundException there is none, or another organisation made it
     * @throws InvalidInputException it was decided before
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void withdraw(UUID uuid) {
        ChangeProposal proposal = locked(uuid);
        if (!currentUser.worksFor(proposal.getProposerId())) {
            throw new NotFoundException();
        }
        decided(proposal, ProposalState.WITHDRAWN, null);
    }

    /** What waits for the caller's organisation, the oldest first; for the platform's administrator everything that waits. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ProposalLine> waiting() {
        return new ProposalLists(em).waiting(mine());
    }

    /** What the caller's organisation proposed, the newest first; for the platform's administrator everybody's. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ProposalLine> proposed() {
        return new ProposalLists(em).proposed(mine());
    }

    /** How many wait for the caller's organisation. For the start page. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int waitingCount() {
        return new ProposalLists(em).waitingCount(mine());
    }

    /** Null for whoever looks after the whole platform. */
    private Long mine() {
        return currentUser.has(Role.PLATFORM_ADMIN) ? null : currentUser.requireOrganisation();
    }

    private ChangeProposal.Origin origin(Person person, String typedReason) {
        String reason = TypedText.text(typedReason, LONGEST);
        if (reason == null) {
            throw new InvalidInputException("reason-missing");
        }
        Long steward = stewardship.of(person.getId());
        if (steward == null || stewardship.isMine(person.getId())) {
            throw new InvalidInputException("proposal-not-needed");
        }
        return new ChangeProposal.Origin(
                currentUser.requireOrganisation(), currentUser.accountId(), steward, reason, clock.instant());
    }

    /** One question at a time: the same one is not put twice while it waits. */
    private UUID open(ChangeProposal proposal, Person person) {
        boolean waiting = em.createQuery(
                        "select p from ChangeProposal p where p.personId = :person and p.state = :open",
                        ChangeProposal.class)
                .setParameter("person", person.getId())
                .setParameter("open", ProposalState.OPEN)
                .getResultStream()
                .anyMatch(proposal::asksTheSameAs);
        if (waiting) {
            throw new InvalidInputException("proposal-waiting");
        }
        em.persist(proposal);
        audit.record("proposal.made", proposal.getUuid(), proposal.getKind() + " person " + person.getUuid());
        mails.proposed(proposal, person);
        return proposal.getUuid();
    }

    private void decided(ChangeProposal proposal, ProposalState outcome, String answer) {
        proposal.decide(outcome, answer, currentUser.accountId(), clock.instant());
        Person person = em.find(Person.class, proposal.getPersonId());
        audit.record("proposal." + outcome.name().toLowerCase(Locale.ROOT), proposal.getUuid(), null);
        decisions.fire(new ProposalDecided(proposal.getUuid(), proposal.getKind(), outcome, proposal.getPersonId()));
        mails.decided(proposal, person);
    }

    /** The steward says it, so that it stays when the proposer leaves; the reason names whose idea it was. */
    private void carryOut(ChangeProposal proposal) {
        String proposer = organisations.get(proposal.getProposerId()).getCode();
        String reason = shortened(proposer + ": " + proposal.getReason());
        UUID subject = proposal.getSubjectUuid();
        switch (proposal.getKind()) {
            case IDENTIFIER -> changeIdentifier(proposal, reason);
            case END_AFFILIATION ->
                affiliations.end(
                        subject,
                        proposal.getLastDay(),
                        reason,
                        affiliations.get(subject).version());
            case END_MEMBERSHIP ->
                memberships.end(
                        subject,
                        proposal.getLastDay(),
                        reason,
                        memberships.get(subject).version());
            case MERGE ->
                merges.merge(
                        em.find(Person.class, proposal.getPersonId()).getUuid(), subject, MergeReason.byHand(reason));
        }
    }

    private void changeIdentifier(ChangeProposal proposal, String reason) {
        Person person = em.find(Person.class, proposal.getPersonId());
        PersonEdit edit = new PersonEdit(reason, person.getVersion())
                .by(organisations.get(proposal.getStewardId()).getCode())
                .overriding(proposal.getOverrideReason())
                .with(PersonField.of(proposal.getField()), proposal.getQualifier(), proposal.getValue(), null);
        if (proposal.getValidFrom() == null) {
            persons.correct(person.getUuid(), edit);
        } else {
            persons.changeFrom(person.getUuid(), proposal.getValidFrom(), edit);
        }
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 1) + "…";
    }

    private ChangeProposal forMe(UUID uuid) {
        ChangeProposal proposal = locked(uuid);
        if (currentUser.worksFor(proposal.getStewardId())) {
            return proposal;
        }
        if (currentUser.worksFor(proposal.getProposerId())) {
            throw new NotAllowedException();
        }
        throw new NotFoundException();
    }

    private ChangeProposal locked(UUID uuid) {
        return em.createQuery("select c from ChangeProposal c where c.uuid = :uuid", ChangeProposal.class)
                .setParameter("uuid", uuid)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The person, or the one he or she was merged into. */
    private Person person(UUID uuid) {
        Person found = em.createQuery("select p from Person p where p.uuid = :uuid", Person.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        while (found.getMergedIntoId() != null) {
            found = em.find(Person.class, found.getMergedIntoId());
        }
        return found;
    }
}
