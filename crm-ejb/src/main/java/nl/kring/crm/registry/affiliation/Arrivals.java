package nl.kring.crm.registry.affiliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.security.Account;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Somebody comes to work at a practice, with all that goes with it: one act, which {@link Changes#undo} takes back. A person
 * who was typed for it stays in the register.
 */
@Stateless
public class Arrivals {

    private static final String JOINABLE = """
            select o.uuid, o.name, o.kind,
                   exists (select 1 from crm.membership m
                            where m.holder_id = :practice and m.organisation_id = o.id and m.withdrawn_at is null
                              and (m.valid_to is null or m.valid_to >= :day))
                   or exists (select 1 from crm.organisation_relation r
                               where r.from_id = :practice and r.to_id = o.id and r.withdrawn_at is null
                                 and (r.valid_to is null or r.valid_to >= :day))
                   or 2 * (select count(distinct m.person_id) from crm.membership m
                            where m.organisation_id = o.id and m.withdrawn_at is null
                              and (m.valid_to is null or m.valid_to >= :day) and m.person_id in (select id from colleague))
                      > (select count(*) from colleague)
                   or 2 * (select count(distinct a.person_id) from crm.affiliation a
                            where a.organisation_id = o.id and a.withdrawn_at is null
                              and (a.valid_to is null or a.valid_to >= :day) and a.person_id in (select id from colleague))
                      > (select count(*) from colleague)
              from crm.organisation o
             where o.merged_into_id is null and (o.valid_to is null or o.valid_to >= :day)
               and o.kind in ('GP_GROUP', 'OUT_OF_HOURS_POST', 'OUT_OF_HOURS_SERVICE', 'COOPERATIVE', 'CARE_GROUP',
                              'REGIONAL_ASSOCIATION', 'LOCUM_GROUP')
             order by 4 desc, o.kind, o.sort_name, o.name, o.id
             limit 200""";

    private static final String COLLEAGUES = """
            with colleague as (
              select distinct a.person_id as id
                from crm.affiliation a
                join crm.person p on p.id = a.person_id and p.profession in ('GP', 'LOCUM_GP', 'GP_TRAINEE')
               where a.organisation_id = :practice and a.withdrawn_at is null
                 and (a.valid_from is null or a.valid_from <= :day) and (a.valid_to is null or a.valid_to >= :day))
            """;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Ledger ledger;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Persons persons;

    @Inject
    private Accounts accounts;

    /**
     * What somebody who comes to a practice may join, first what the practice and most of its GPs belong to. For staff and
     * the platform's administrator.
     *
     * @throws NotFoundException there is no such organisation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Joinable> joinable(UUID practice, LocalDate from) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(COLLEAGUES + JOINABLE)
                .setParameter("practice", ledger.organisation(practice).getId())
                .setParameter("day", ledger.day(from))
                .getResultList();
        return rows.stream()
                .map(row -> new Joinable(
                        (UUID) row[0], (String) row[1], OrganisationKind.valueOf((String) row[2]), (Boolean) row[3]))
                .toList();
    }

    /**
     * Applies an arrival: the person when new, the practice, what is joined, and the account, all or nothing. What somebody
     * belongs to already goes on as it is. For the same callers; an account is made by the platform's administrator alone.
     *
     * @return the change, with what it began, the affiliation at the practice first
     * @throws InvalidInputException neither or both of a known and a new person, or something typed cannot be
     * @throws OverlapException he or she does the same at that practice already
     * @throws NotAllowedException an account was asked for by somebody else than the platform's administrator
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change apply(Arrival arrival) {
        if ((arrival.person() == null) == (arrival.typed() == null)) {
            throw new InvalidInputException("arrival-person");
        }
        LocalDate from = ledger.day(arrival.from());
        UUID uuid = arrival.person() == null ? persons.addByHand(arrival.typed()) : arrival.person();
        Person person = ledger.person(uuid);
        Changing changing = new Changing("person.arrived");
        AffiliationLedger affiliations = new AffiliationLedger(ledger, changing);
        MembershipLedger memberships = new MembershipLedger(ledger, changing);
        affiliations.begin(new NewAffiliation(
                uuid, arrival.practice(), arrival.role(), from, null, arrival.fte(), true, arrival.replaces(), null));
        for (UUID joined : arrival.joins()) {
            Organisation organisation = ledger.organisation(joined);
            if (belongs(person, organisation, from)) {
                continue;
            }
            if (isDuty(organisation)) {
                affiliations.begin(NewAffiliation.of(uuid, joined, AffiliationRole.DUTY_GP, from));
            } else {
                memberships.begin(new NewMembership(uuid, null, joined, MembershipKind.MEMBER, null, from, null));
            }
        }
        if (arrival.account() != null) {
            open(arrival.account(), person, changing);
        }
        return ledger.done(changing, person.getId(), person.getUuid());
    }

    private boolean belongs(Person person, Organisation organisation, LocalDate day) {
        AffiliationReading reading = new AffiliationReading(em);
        return reading.membershipsOfPerson(person.getId(), day).stream()
                        .anyMatch(line -> line.organisation().equals(organisation.getUuid()))
                || reading.ofPerson(person.getId(), day).stream()
                        .anyMatch(line -> line.organisation().equals(organisation.getUuid()));
    }

    private static boolean isDuty(Organisation organisation) {
        return organisation.getKind() == OrganisationKind.OUT_OF_HOURS_POST
                || organisation.getKind() == OrganisationKind.OUT_OF_HOURS_SERVICE;
    }

    private void open(Arrival.NewAccount wanted, Person person, Changing changing) {
        if (!currentUser.has(Role.PLATFORM_ADMIN)) {
            throw new NotAllowedException();
        }
        Account account = accounts.create(wanted.email(), person.getDisplayName(), wanted.password(), person.getId());
        changing.account(account.getId(), true);
    }
}
