package nl.kring.crm.enrolment.price;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What an edition costs whom. The staff of its organisers say so; whoever enrols is shown it and keeps it. */
@Stateless
public class Prices {

    private static final int HIGHEST_CENTS = 100_000_00;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private OwnEditions editions;

    /**
     * The price of somebody who enrols now, in one query, before the seats are locked. For other boundaries, which have
     * checked who may enrol whom.
     *
     * <p>Whether the voucher has a use left is seen under the lock, so that the same request again is answered as before.
     *
     * @throws InvalidInputException there is no such voucher here, or its last day has passed
     */
    @PermitAll
    public FrozenPrice freeze(Edition edition, Person person, PriceWish wish) {
        return new PriceFreezer(em, clock, edition).freeze(person, wish);
    }

    /**
     * Gives several who enrol at an edition within one transaction their prices, each as {@link #freeze}; what is the same for all is
     * asked once. For other boundaries, as {@link #freeze}.
     */
    @PermitAll
    public BiFunction<Person, PriceWish, FrozenPrice> freezer(Edition edition) {
        return new PriceFreezer(em, clock, edition)::freeze;
    }

    /**
     * The price that somebody would get. For other boundaries, which have checked who may know.
     *
     * @param person null for somebody who is not in the register
     * @param full whether enrolling means waiting
     * @throws InvalidInputException as {@link #freeze}, or the voucher is used up
     */
    @PermitAll
    public PriceQuote quote(Edition edition, Person person, String voucher, boolean full) {
        PriceFacts facts = usable(facts(edition, person, voucher));
        return new Quoting(clock.instant()).quote(facts, person == null ? null : person.getProfession(), full);
    }

    /** The price of a guest, who is a member of nothing that is known, in cents. For other boundaries. */
    @PermitAll
    public int quoteGuest(Edition edition, Profession profession) {
        return new Quoting(clock.instant())
                .quote(facts(edition, null, null), profession, false)
                .priceCents();
    }

    /**
     * The prices that several would get, in two queries however many there are. For other boundaries, which have checked who may
     * know.
     *
     * @param voucher a code that all of them would bring, or null
     * @throws InvalidInputException as {@link #quote}
     */
    @PermitAll
    public PersonalPrices quotes(Edition edition, Collection<Person> persons, String voucher) {
        PriceFacts facts = usable(facts(edition, null, voucher));
        List<Long> ids = persons.stream().map(Person::getId).toList();
        return new PersonalPrices(
                new Quoting(clock.instant()),
                facts,
                facts.asksMembership() ? new PriceTable(em).members(edition.getId(), ids) : Set.of());
    }

    /**
     * The prices of an edition with what belongs to them. For staff of its organisers.
     *
     * @throws NotFoundException there is none such, or others organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public EditionPrices of(UUID uuid) {
        Edition edition = editions.get(uuid);
        MemberSeats free = em.find(MemberSeats.class, edition.getId());
        List<Policy> chosen = em.createQuery("""
                        select p from Policy p, EditionPolicy e where e.editionId = :edition and p.id = e.policyId""", Policy.class)
                .setParameter("edition", edition.getId())
                .getResultList();
        PriceFacts facts = facts(edition, null, null);
        return new EditionPrices(
                uuid,
                edition.getCourse().getTitle(),
                edition.getStartsAt(),
                edition.getPriceCents(),
                edition.getCourse().getAudience(),
                facts.lines(),
                free == null ? null : free.getSeats(),
                free == null ? 0 : free.getTaken(),
                chosen.isEmpty() ? null : chosen.get(0).getUuid(),
                chosen.isEmpty() ? null : chosen.get(0).getName(),
                facts.terms(),
                facts.vat());
    }

    /**
     * Adds a price; who enrolled before keeps the one he or she has. For staff of the organisers.
     *
     * @throws NotFoundException there is none such, or others organise it
     * @throws InvalidInputException it is below nothing or beyond belief, or there is one for the same already
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID add(UUID edition, PriceFor whom, int priceCents) {
        Edition found = editions.get(edition);
        if (priceCents < 0 || priceCents > HIGHEST_CENTS) {
            throw new InvalidInputException("price-amount", HIGHEST_CENTS / 100);
        }
        PriceFor exact = new PriceFor(Set.copyOf(whom.audience()), whom.belonging(), whom.until());
        if (exact.conditions() == 0) {
            throw new InvalidInputException("price-for-nobody");
        }
        if (facts(found, null, null).lines().stream()
                .anyMatch(line -> line.whom().equals(exact))) {
            throw new InvalidInputException("price-twice");
        }
        PriceRule rule = new PriceRule(found.getId(), exact, priceCents, currentUser.accountId(), clock.instant());
        em.persist(rule);
        em.flush();
        audit.record("price.added", edition, "rule " + rule.getUuid() + " cents " + priceCents);
        return rule.getUuid();
    }

    /**
     * A price is for nobody who enrols from now on. For staff of the organisers.
     *
     * @throws NotFoundException there is none such of an edition that the caller's organisation organises
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void end(UUID edition, UUID rule) {
        PriceRule found = em.createQuery(
                        "select r from PriceRule r where r.uuid = :uuid and r.editionId = :edition and r.endedAt is null",
                        PriceRule.class)
                .setParameter("uuid", rule)
                .setParameter("edition", editions.get(edition).getId())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        found.end(clock.instant());
        audit.record("price.ended", edition, "rule " + rule);
    }

    /**
     * So many seats cost members nothing, first come first served. For staff of the organisers.
     *
     * @param seats 0 for none
     * @throws NotFoundException there is none such, or others organise it
     * @throws InvalidInputException it is less than were given, or more than there are seats
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void offerMembers(UUID edition, int seats) {
        Edition found = editions.get(edition);
        SeatCount count = em.find(SeatCount.class, found.getId(), LockModeType.PESSIMISTIC_WRITE);
        MemberSeats free = em.find(MemberSeats.class, found.getId());
        int taken = free == null ? 0 : free.getTaken();
        if (seats < taken || seats < 0 || seats > count.getCapacity()) {
            throw new InvalidInputException("member-seats", taken, count.getCapacity());
        }
        if (free == null) {
            free = new MemberSeats(found.getId());
        }
        free.offer(seats);
        em.persist(free);
        em.flush();
        audit.record("price.member-seats", edition, "seats " + seats);
    }

    /**
     * Chooses what cancelling costs who enrols from now on. For staff of the organisers.
     *
     * @param policy one of the caller's organisation; null for the usual one of the organiser
     * @throws NotFoundException there is no such edition or no such policy of the caller's
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void choosePolicy(UUID edition, UUID policy) {
        Edition found = editions.get(edition);
        EditionPolicy chosen = em.find(EditionPolicy.class, found.getId());
        if (policy == null) {
            if (chosen != null) {
                em.remove(chosen);
            }
        } else {
            Policy named = em.createQuery("""
                            select p from Policy p
                             where p.uuid = :uuid and p.organisationId = :own and p.retiredAt is null""", Policy.class)
                    .setParameter("uuid", policy)
                    .setParameter("own", currentUser.requireOrganisation())
                    .getResultStream()
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            if (chosen == null) {
                chosen = new EditionPolicy(found.getId());
                chosen.choose(named.getId());
                em.persist(chosen);
            } else {
                chosen.choose(named.getId());
            }
        }
        em.flush();
        audit.record("price.policy-chosen", edition, policy == null ? "usual" : "policy " + policy);
    }

    private static PriceFacts usable(PriceFacts facts) {
        if (facts.voucher() != null && facts.voucher().left() <= 0) {
            throw new InvalidInputException("voucher-used-up");
        }
        return facts;
    }

    private PriceFacts facts(Edition edition, Person person, String voucher) {
        return new PriceFreezer(em, clock, edition).facts(person, voucher);
    }
}
