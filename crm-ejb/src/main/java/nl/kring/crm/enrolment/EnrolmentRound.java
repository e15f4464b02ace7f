package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.FrozenPrice;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.Prices;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.OwnNumbers;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/**
 * Those who want a seat of one edition at the same moment, decided in one transaction in the order in which they asked. What
 * belongs to the edition is read once, what belongs to them is read and written together; who asks alone is a round of one.
 */
@Dependent
class EnrolmentRound {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private EnrolmentAccess access;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    @Inject
    private Prices prices;

    @Inject
    private OwnNumbers numbers;

    /** Somebody asks. */
    record Asking(Identity caller, EnrolmentWish wish) {

        /** Whether it can be decided with others: what only the caller's own request can say is not in it. */
        boolean mayBeShared() {
            return wish.payer() == null
                    && (wish.numbers() == null || wish.numbers().isEmpty())
                    && wish.extraBecause() == null
                    && wish.note() == null
                    && (wish.price() == null || wish.price().voucher() == null);
        }

        /** Two with the same of this are never decided in one round. */
        List<Object> marks() {
            Object who = wish.person() == null ? "person " + caller.personId() : wish.person();
            return wish.key() == null ? List.of(who) : List.of(who, caller.accountId() + " " + wish.key());
        }
    }

    /** Somebody whom no rule of the rights refuses. */
    private record Admitted(Asking asking, Person person, boolean self, boolean manages) {}

    /** The same with all that is said. */
    private record Coming(Admitted by, SeatAllocation.Claimed claimed, EnrolmentDetails details, Addressee addressee) {

        Asking asking() {
            return by.asking();
        }
    }

    /** What belongs to the edition. */
    private record Place(Edition edition, EditionFacts facts, List<CourseQuestion> questions, boolean prerequisites) {}

    /**
     * Decides about each; a refusal is a verdict like another. What fails for one under the lock of the seats fails for all.
     *
     * @param askings of whom no two share a mark
     */
    List<Verdict<EnrolmentAnswer>> decide(UUID editionUuid, List<Asking> askings) {
        em.flush();
        // Nothing is written until the seats are locked, so nothing is looked through for it.
        em.setFlushMode(FlushModeType.COMMIT);
        try {
            Optional<Edition> edition = new EnrolmentLists(em, clock).edition(editionUuid);
            List<Verdict<EnrolmentAnswer>> verdicts = edition.isPresent()
                    ? decide(placeOf(edition.get()), askings)
                    : askings.stream()
                            .map(none -> new Verdict<EnrolmentAnswer>(null, new NotFoundException()))
                            .toList();
            em.flush(); // nothing is left to be written when it is committed
            return verdicts;
        } finally {
            em.setFlushMode(FlushModeType.AUTO);
        }
    }

    private Place placeOf(Edition edition) {
        return new Place(
                edition,
                mails.factsOf(edition),
                CourseQuestions.asked(em, edition.getCourse().getId()),
                NeededNumbers.asksPrerequisites(em, edition));
    }

    private List<Verdict<EnrolmentAnswer>> decide(Place place, List<Asking> askings) {
        Map<Asking, Person> people = people(askings);
        List<Verdict<Admitted>> admitted = askings.stream()
                .map(asking -> Verdict.of(() -> admitted(place.edition(), asking, people.get(asking))))
                .toList();
        List<Verdict<Coming>> coming = Verdict.then(admitted, all -> coming(place, all));
        Map<Enrolment, Coming> byEnrolment = Verdict.made(coming).stream()
                .collect(Collectors.toMap(each -> each.claimed().wanted(), Function.identity()));
        SeatAllocation seats = new SeatAllocation(em, clock);
        List<Verdict<SeatAllocation.Asked>> asked = Verdict.then(
                coming, all -> seats.ask(all.stream().map(Coming::claimed).toList()));
        Map<Enrolment, EnrolmentMails.Prepared> prepared = new HashMap<>();
        for (SeatAllocation.Asked each : Verdict.made(asked)) {
            if (!each.isRepeated()) {
                Coming one = byEnrolment.get(each.claimed().wanted());
                tell(one, place);
                // Before the seats are locked, so that nobody waits for it.
                prepared.put(
                        each.claimed().wanted(),
                        mails.prepare(each.claimed().wanted(), place.facts(), one.addressee(), !each.looksFull()));
            }
        }
        List<Verdict<SeatAllocation.Allotted>> allotted = Verdict.then(asked, seats::allot);
        tell(
                place,
                Verdict.made(allotted).stream().filter(each -> !each.repeated()).toList(),
                byEnrolment,
                prepared);
        return Verdict.then(
                allotted,
                all -> all.stream()
                        .map(each -> new Verdict<>(
                                new EnrolmentAnswer(
                                        each.enrolment().getUuid(),
                                        each.enrolment().getState(),
                                        each.position()),
                                null))
                        .toList());
    }

    /** Who is to come, by who asked; who was merged is who it was merged into. */
    @SuppressWarnings("unchecked")
    private Map<Asking, Person> people(List<Asking> askings) {
        List<Person> found = em.createNativeQuery("""
                        select * from crm.person where uuid = any(cast(:named as uuid[]))
                        union all
                        select * from crm.person where id = any(cast(:callers as bigint[])) and not uuid = any(cast(:named as uuid[]))""", Person.class)
                .setParameter(
                        "named",
                        askings.stream()
                                .map(each -> each.wish().person())
                                .filter(Objects::nonNull)
                                .toArray(UUID[]::new))
                .setParameter(
                        "callers",
                        askings.stream()
                                .map(each -> each.caller().personId())
                                .filter(Objects::nonNull)
                                .toArray(Long[]::new))
                .getResultList();
        Map<Object, Person> known = new HashMap<>();
        found.forEach(person -> {
            known.put(person.getUuid(), person);
            known.put(person.getId(), person);
        });
        Map<Asking, Person> people = new HashMap<>();
        for (Asking asking : askings) {
            Person person = known.get(
                    asking.wish().person() == null
                            ? asking.caller().personId()
                            : asking.wish().person());
            if (person != null) {
                people.put(asking, access.current(person));
            }
        }
        return people;
    }

    private Admitted admitted(Edition edition, Asking asking, Person person) {
        Identity caller = asking.caller();
        if (!access.isVisible(edition, caller)) {
            throw new NotFoundException();
        }
        boolean professional = caller.has(Role.PROFESSIONAL);
        if (asking.wish().person() == null && (person == null || !professional)) {
            throw new InvalidInputException("enrolment-person");
        }
        if (person == null) {
            throw new NotFoundException();
        }
        boolean self = isSelf(asking, person);
        boolean manages = access.manages(edition, caller);
        if (!self && !manages || asking.wish().extraBecause() != null && !manages) {
            throw new NotAllowedException();
        }
        return new Admitted(asking, person, self, manages);
    }

    private boolean isSelf(Asking asking, Person person) {
        Long own = asking.caller().personId();
        return asking.caller().has(Role.PROFESSIONAL)
                && own != null
                && person.equals(access.current(em.find(Person.class, own)));
    }

    private List<Verdict<Coming>> coming(Place place, List<Admitted> admitted) {
        Map<Long, Addressee> addressees = Addressees.of(
                em,
                admitted.stream().map(each -> each.person().getId()).distinct().toList());
        BiFunction<Person, PriceWish, FrozenPrice> frozen = prices.freezer(place.edition());
        return admitted.stream()
                .map(each -> Verdict.of(
                        () -> coming(place, each, addressees.get(each.person().getId()), frozen)))
                .toList();
    }

    private static PriceWish price(Asking asking) {
        return asking.wish().price() == null ? PriceWish.NONE : asking.wish().price();
    }

    private Coming coming(
            Place place, Admitted by, Addressee addressee, BiFunction<Person, PriceWish, FrozenPrice> frozen) {
        EnrolmentWish wish = by.asking().wish();
        Long account = by.asking().caller().accountId();
        Enrolment wanted = new Enrolment(place.edition(), by.person(), addressee.email(), account, clock.instant());
        wanted.freeze(frozen.apply(by.person(), price(by.asking())));
        if (by.self() && !wish.meetsPrerequisites() && place.prerequisites()) {
            throw new InvalidInputException("enrolment-prerequisites");
        }
        EnrolmentDetails details = new EnrolmentDetails(em, place.questions(), wish, by.self());
        details.write(wanted, by.manages());
        access.billCompany(wanted);
        SeatAllocation.Claim claim =
                new SeatAllocation.Claim(account, wish.key(), !by.self(), EnrolmentStory.reason(wish.extraBecause()));
        return new Coming(by, new SeatAllocation.Claimed(wanted, claim), details, addressee);
    }

    /** What is said of somebody's numbers is a fact of its own, written before what counts on it. */
    private void tell(Coming one, Place place) {
        Map<String, String> told = one.asking().wish().numbers();
        if (told == null || told.isEmpty()) {
            return;
        }
        em.setFlushMode(FlushModeType.AUTO);
        Long organiser = place.facts().organiserId();
        told.forEach((code, number) -> {
            if (one.by().self()) {
                numbers.tell(organiser, code, number);
            } else {
                numbers.tellByStaff(one.by().person().getUuid(), organiser, code, number);
            }
        });
        em.flush();
        em.setFlushMode(FlushModeType.COMMIT);
    }

    private void tell(
            Place place,
            List<SeatAllocation.Allotted> made,
            Map<Enrolment, Coming> coming,
            Map<Enrolment, EnrolmentMails.Prepared> prepared) {
        audit.recordAll(
                "enrolment.asked",
                made.stream()
                        .map(each -> coming.get(each.enrolment()))
                        .map(one -> new AuditTrail.Fact(
                                one.asking().caller().accountId(),
                                one.asking().caller().organisationId(),
                                place.edition().getUuid(),
                                "person " + one.claimed().wanted().getPerson().getUuid()))
                        .toList());
        made.forEach(each -> {
            Coming one = coming.get(each.enrolment());
            one.details().keep(each.enrolment());
            mails.enrolled(
                    each.enrolment(), place.facts(), one.addressee(), each.position(), prepared.get(each.enrolment()));
        });
    }
}
