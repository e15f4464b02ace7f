package nl.kring.crm.communication.mailing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Who wants no more invitations, or no more news, of an organisation. Said by the link of a mail, without a sign-in: the link is
 * only in that mail, and reading it changes nothing. A mailbox that several share is stopped as a mailbox. What belongs to an
 * enrolment cannot be stopped.
 */
@Stateless
public class OptOuts {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** What the holder of a link can stop, and has stopped. */
    public record Shown(String organisation, MailingPurpose purpose, Set<MailingPurpose> stopped) {}

    /**
     * What a link is about. Anyone who has it.
     *
     * @throws NotFoundException no such link was ever given
     */
    @PermitAll
    public Shown shown(String token) {
        Holder holder = holder(token);
        return new Shown(holder.organisation(), holder.purpose(), stopped(holder));
    }

    /**
     * Stops what the link came with; once more changes nothing. Anyone who has the link.
     *
     * @param all also everything else that this organisation sends to many
     * @throws NotFoundException no such link was ever given
     */
    @PermitAll
    public void stop(String token, boolean all) {
        Holder holder = holder(token);
        for (MailingPurpose purpose : MailingPurpose.values()) {
            if (purpose.canBeStopped() && (all || purpose == holder.purpose())) {
                put(holder.organisationId(), purpose, holder.personId(), holder.address(), null);
            }
        }
        audit.record("mailing.stopped-by-recipient", null, holder.purpose() + (all ? " and all else" : ""));
    }

    /** Wants it all again. Anyone who has the link; refuses as {@link #stop}. */
    @PermitAll
    public void resume(String token) {
        Holder holder = holder(token);
        em.createNativeQuery("""
                        delete from crm.mail_opt_out
                         where organisation_id = :organisation
                           and (person_id = cast(:person as bigint) or address = cast(:address as text))""")
                .setParameter("organisation", holder.organisationId())
                .setParameter("person", holder.personId())
                .setParameter("address", holder.address())
                .executeUpdate();
        audit.record("mailing.resumed-by-recipient", null, holder.purpose().name());
    }

    /**
     * What somebody wants no more of the caller's organisation. For staff.
     *
     * @throws NotFoundException there is no such person
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Set<MailingPurpose> of(UUID person) {
        return stopped(new Holder(currentUser.requireOrganisation(), null, null, person(person), null));
    }

    /**
     * Somebody said, on the phone perhaps, what he or she wants no more of the caller's organisation. For staff.
     *
     * @param wanted everything that is still wanted
     * @throws NotFoundException there is no such person
     * @throws InvalidInputException what belongs to an enrolment cannot be stopped
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void say(UUID person, Set<MailingPurpose> stopped) {
        if (stopped.stream().anyMatch(each -> !each.canBeStopped())) {
            throw new InvalidInputException("mailing-not-stoppable");
        }
        Long organisation = currentUser.requireOrganisation();
        Long who = person(person);
        em.createNativeQuery(
                        "delete from crm.mail_opt_out where organisation_id = :organisation and person_id = :person")
                .setParameter("organisation", organisation)
                .setParameter("person", who)
                .executeUpdate();
        stopped.forEach(each -> put(organisation, each, who, null, currentUser.accountId()));
        audit.record("mailing.stopped-for-person", person, stopped.toString());
    }

    /** A participating organisation, and whether the caller wants its invitations. */
    public record InvitedBy(UUID organisation, String name, boolean wanted) implements Serializable {}

    /** Of which organisations the caller wants invitations to courses, by name. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public List<InvitedBy> invitations() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery("""
                        select o.uuid, o.name,
                               not exists (select 1 from crm.mail_opt_out x
                                            where x.organisation_id = o.id and x.kind = 'INVITATION' and x.person_id = :me)
                          from crm.organisation o where o.participant order by o.name, o.id""", Tuple.class)
                .setParameter("me", currentUser.personId())
                .getResultList();
        return rows.stream()
                .map(row -> new InvitedBy(row.get(0, UUID.class), row.get(1, String.class), row.get(2, Boolean.class)))
                .toList();
    }

    /** Says of which organisations the caller wants invitations; of all others that take part none. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public void inviteMe(Set<UUID> wanted) {
        UUID[] organisations = wanted.toArray(UUID[]::new);
        em.createNativeQuery("""
                        delete from crm.mail_opt_out x using crm.organisation o
                         where o.id = x.organisation_id and o.uuid = any (cast(:wanted as uuid[])) and x.kind = 'INVITATION' and x.person_id = :me""")
                .setParameter("wanted", organisations)
                .setParameter("me", currentUser.personId())
                .executeUpdate();
        em.createNativeQuery("""
                        insert into crm.mail_opt_out (organisation_id, kind, person_id, account_id, said_at)
                        select o.id, 'INVITATION', :me, :account, :now
                          from crm.organisation o where o.participant and o.uuid <> all (cast(:wanted as uuid[]))
                            on conflict do nothing""")
                .setParameter("wanted", organisations)
                .setParameter("me", currentUser.personId())
                .setParameter("account", currentUser.accountId())
                .setParameter("now", clock.instant())
                .executeUpdate();
        currentUser
                .identity()
                .ifPresent(me -> audit.record("mailing.invitations-chosen", me.accountUuid(), "of " + wanted.size()));
    }

    private void put(Long organisation, MailingPurpose purpose, Long person, String address, Long account) {
        em.createNativeQuery("""
                        insert into crm.mail_opt_out (organisation_id, kind, person_id, address, account_id, said_at)
                        values (:organisation, :kind, cast(:person as bigint), cast(:address as text),
                                cast(:account as bigint), :now)
                        on conflict do nothing""")
                .setParameter("organisation", organisation)
                .setParameter("kind", purpose.name())
                .setParameter("person", person)
                .setParameter("address", address)
                .setParameter("account", account)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private Set<MailingPurpose> stopped(Holder holder) {
        List<?> kinds = em.createNativeQuery("""
                        select kind from crm.mail_opt_out
                         where organisation_id = :organisation
                           and (person_id = cast(:person as bigint) or address = cast(:address as text))""")
                .setParameter("organisation", holder.organisationId())
                .setParameter("person", holder.personId())
                .setParameter("address", holder.address())
                .getResultList();
        Set<MailingPurpose> stopped = EnumSet.noneOf(MailingPurpose.class);
        kinds.forEach(kind -> stopped.add(MailingPurpose.valueOf((String) kind)));
        return stopped;
    }

    /** Who has a link: a person, or a mailbox of several. */
    private record Holder(
            Long organisationId, String organisation, MailingPurpose purpose, Long personId, String address) {}

    private Holder holder(String token) {
        List<?> found = em.createNativeQuery("""
                        select o.id, o.name, m.purpose, case when not r.shared then r.person_id end,
                               case when r.shared then r.address end
                          from crm.mailing_recipient r
                          join crm.mailing m on m.id = r.mailing_id
                          join crm.organisation o on o.id = m.organisation_id
                         where r.token_hash = :hash""", Tuple.class)
                .setParameter("hash", Sha256.of(token == null ? "" : token))
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Tuple row = (Tuple) found.get(0);
        Number person = (Number) row.get(3);
        return new Holder(
                ((Number) row.get(0)).longValue(),
                row.get(1, String.class),
                MailingPurpose.valueOf(row.get(2, String.class)),
                person == null ? null : person.longValue(),
                row.get(4, String.class));
    }

    private Long person(UUID uuid) {
        List<?> found = em.createNativeQuery("select crm.survivor_of(p.id) from crm.person p where p.uuid = :uuid")
                .setParameter("uuid", uuid)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return ((Number) found.get(0)).longValue();
    }
}
