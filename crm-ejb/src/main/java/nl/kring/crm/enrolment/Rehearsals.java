package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.enrolment.draw.SeatDraw;
import nl.kring.crm.enrolment.price.PersonalPrices;
import nl.kring.crm.enrolment.price.PriceQuote;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.Prices;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.Role;

/**
 * What would come of enrolling several at once, of each of them, and which mails would leave; nobody is enrolled by asking.
 * Who asks sees it as it is at that moment.
 */
@Stateless
public class Rehearsals {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private EnrolmentAccess access;

    @Inject
    private TeamAccess team;

    @Inject
    private Prices prices;

    @Inject
    private EnrolmentMails mails;

    /**
     * For the people of the practice that the caller acts for, one after another. For a practice manager. Who does not work
     * there is told as somebody who does not exist.
     *
     * @throws NotFoundException no such edition for the caller
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public Rehearsal ofTeam(UUID edition, List<UUID> persons) {
        Edition found = team.edition(edition);
        team.practice();
        Map<UUID, Person> people = new LinkedHashMap<>();
        for (UUID each : persons) {
            try {
                people.put(each, team.colleague(each));
            } catch (NotFoundException stranger) {
                people.put(each, null);
            }
        }
        return rehearsed(found, people, false);
    }

    /**
     * For anybody of the register, one after another, by staff of the edition's organisers.
     *
     * @throws NotFoundException no such edition, or another organisation's
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Rehearsal ofStaff(UUID edition, List<UUID> persons) {
        Edition found = access.managed(edition);
        return rehearsed(found, people(persons), true);
    }

    /**
     * For each of some of whom one is to be chosen, as if nobody of the others came: somebody who calls, or who stands at the
     * door. For staff of the edition's organisers and the platform's administrator.
     *
     * @param voucher a code that makes it cheaper, or null
     * @return in the order in which they were asked
     * @throws NotFoundException no such edition, or another organisation's
     * @throws InvalidInputException the voucher is of no use here
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Rehearsal.Outlook> ofEach(UUID edition, List<UUID> persons, String voucher) {
        Edition found = access.managed(edition);
        boolean door = EnrolmentPolicy.isWalkIn(true, found.getState(), found.getStartsAt(), clock.instant());
        Map<UUID, Person> people = people(persons);
        List<Person> known = known(people);
        SeatRehearsal seats = new SeatRehearsal(em, clock, found, known, true);
        PersonalPrices quotes = prices.quotes(found, known, voucher);
        Map<Long, List<EnrolmentOffer.NeededNumber>> numbers = NeededNumbers.missing(em, found, known);
        List<Rehearsal.Outlook> outlooks = new ArrayList<>();
        people.forEach((uuid, person) -> {
            if (person == null) {
                outlooks.add(stranger(uuid));
                return;
            }
            SeatRehearsal.Outcome outcome = !access.admits(found, person)
                    ? outsideCompany()
                    : door ? seats.atTheDoor(person) : seats.alone(person);
            outlooks.add(outlook(person, outcome, quotes.alone(person, waits(outcome)), numbers));
        });
        return outlooks;
    }

    private Map<UUID, Person> people(List<UUID> persons) {
        Map<UUID, Person> people = new LinkedHashMap<>();
        persons.forEach(each -> people.put(each, null));
        if (!persons.isEmpty()) {
            em.createQuery("select p from Person p where p.uuid in :uuids and p.mergedIntoId is null", Person.class)
                    .setParameter("uuids", persons)
                    .getResultStream()
                    .forEach(each -> people.put(each.getUuid(), each));
        }
        return people;
    }

    private static List<Person> known(Map<UUID, Person> people) {
        return people.values().stream().filter(Objects::nonNull).toList();
    }

    private Rehearsal rehearsed(Edition edition, Map<UUID, Person> people, boolean byStaff) {
        List<Person> known = known(people);
        SeatRehearsal seats = new SeatRehearsal(em, clock, edition, known, byStaff);
        PersonalPrices quotes = prices.quotes(edition, known, null);
        Map<Long, List<EnrolmentOffer.NeededNumber>> numbers = NeededNumbers.missing(em, edition, known);
        Map<Person, SeatRehearsal.Outcome> outcomes = new LinkedHashMap<>();
        List<Rehearsal.Outlook> outlooks = new ArrayList<>();
        people.forEach((uuid, person) -> {
            if (person == null) {
                outlooks.add(stranger(uuid));
                return;
            }
            SeatRehearsal.Outcome outcome = access.admits(edition, person) ? seats.next(person) : outsideCompany();
            PriceQuote price =
                    outcome.refusal() == null ? quotes.next(person, waits(outcome)) : quotes.alone(person, true);
            outlooks.add(outlook(person, outcome, price, numbers));
            outcomes.put(person, outcome);
        });
        return new Rehearsal(
                outlooks, sent(edition, outcomes), quotes.ofStranger().priceCents());
    }

    private static boolean waits(SeatRehearsal.Outcome outcome) {
        return outcome.state() != EnrolmentState.CONFIRMED;
    }

    private static SeatRehearsal.Outcome outsideCompany() {
        return new SeatRehearsal.Outcome(null, null, new EnrolmentRefused.OutsideCompany());
    }

    private static Rehearsal.Outlook stranger(UUID uuid) {
        return new Rehearsal.Outlook(
                uuid, null, null, null, new NotFoundException().code(), List.of(), null, List.of());
    }

    private static Rehearsal.Outlook outlook(
            Person person,
            SeatRehearsal.Outcome outcome,
            PriceQuote price,
            Map<Long, List<EnrolmentOffer.NeededNumber>> numbers) {
        return new Rehearsal.Outlook(
                person.getUuid(),
                person.getDisplayName(),
                outcome.state(),
                outcome.position(),
                outcome.refusal() == null ? null : outcome.refusal().code(),
                List.of(),
                price,
                List.copyOf(numbers.getOrDefault(person.getId(), List.of())));
    }

    /** One example of each kind, and who cannot be mailed. */
    private MailPreview sent(Edition edition, Map<Person, SeatRehearsal.Outcome> outcomes) {
        EditionFacts facts = mails.factsOf(edition);
        Instant draw =
                Drawing.ahead(em, edition.getId()).map(SeatDraw::getDrawAt).orElse(null);
        Map<Long, Addressee> addressees =
                Addressees.of(em, outcomes.keySet().stream().map(Person::getId).toList());
        Map<MailKind, MailPreview.Letter> letters = new LinkedHashMap<>();
        List<String> unreached = new ArrayList<>();
        outcomes.forEach((person, outcome) -> {
            Addressee addressee = addressees.get(person.getId());
            if (outcome.refusal() != null) {
                return;
            }
            if (addressee.email() == null) {
                unreached.add(person.getDisplayName());
                return;
            }
            letters.compute(
                    kind(outcome.state(), draw),
                    (kind, first) -> first == null
                            ? letter(edition, facts, person, addressee, outcome, draw)
                            : first.andOneMore());
        });
        return new MailPreview(List.copyOf(letters.values()), unreached);
    }

    private static MailKind kind(EnrolmentState state, Instant draw) {
        return switch (state) {
            case CONFIRMED -> MailKind.CONFIRMED;
            case WAITLISTED -> MailKind.WAITLISTED;
            default -> draw == null ? MailKind.REQUESTED : MailKind.DRAW;
        };
    }

    private MailPreview.Letter letter(
            Edition edition,
            EditionFacts facts,
            Person person,
            Addressee addressee,
            SeatRehearsal.Outcome outcome,
            Instant draw) {
        MailKind kind = kind(outcome.state(), draw);
        Enrolment example = new Enrolment(edition, person, addressee.email(), null, clock.instant());
        example.freeze(prices.freeze(edition, person, PriceWish.NONE));
        OutgoingMail mail = EnrolmentMail.write(
                kind,
                example,
                facts,
                addressee,
                new EnrolmentMail.Told(outcome.position(), null, null, null, null, null, draw));
        return new MailPreview.Letter(
                kind.code(), 1, addressee.name(), mail.subject(), mail.body(), kind == MailKind.CONFIRMED);
    }
}
