package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionRepeated;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.CancellationTerms;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.Prices;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.enrolment.price.Tier;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;

/** Enrolling at the price of the day, as the boundary does it. */
public final class PricedEditions {

    private static long numbers = 90_000;

    private final AgendaDatabase database;

    public PricedEditions(AgendaDatabase database) {
        this.database = database;
    }

    /** The prices as somebody may look after them. */
    public static Prices prices(EntityManager em, CurrentUser caller, Clock clock) {
        return wired(
                new Prices(), em, clock, caller, wired(new AuditTrail(), em, clock, caller), ownEditions(em, caller));
    }

    /** The hidden part that boundaries of prices share. */
    public static Object ownEditions(EntityManager em, CurrentUser caller) {
        try {
            var maker =
                    Class.forName("nl.kring.crm.enrolment.price.OwnEditions").getDeclaredConstructor();
            maker.setAccessible(true);
            return wired(maker.newInstance(), em, caller);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What prices do when the agenda tells something. */
    void hear(EntityManager em, CurrentUser caller, Object news) {
        try {
            var made = Class.forName("nl.kring.crm.enrolment.price.PriceNews").getDeclaredConstructor();
            made.setAccessible(true);
            var listener = wired(made.newInstance(), em, AgendaDatabase.CLOCK, caller);
            var hear = listener.getClass().getDeclaredMethod("comeAlong", EditionRepeated.class);
            hear.setAccessible(true);
            if (news instanceof EditionRepeated) {
                hear.invoke(listener, news);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public long person(String profession) {
        long id = ++numbers;
        sql(
                "insert into crm.person (id, uuid, profession, display_name, created_at) values (%d, '%s', '%s', 'Persoon %d', now())",
                id, UUID.randomUUID(), profession, id);
        return id;
    }

    public List<Long> persons(int number) {
        List<Long> persons = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            persons.add(person("GP"));
        }
        return persons;
    }

    public long practice() {
        long id = ++numbers;
        sql(
                "insert into crm.organisation (id, uuid, code, name, kind, participant, created_at) values (%d, '%s', 'P%d', 'Praktijk %d', 'PRACTICE', false, now())",
                id, UUID.randomUUID(), id, id);
        return id;
    }

    /** A membership of a person or, when that is null, of a practice; days as SQL literals or null. */
    public void member(Long person, Long practice, String organisation, String from, String to) {
        sql(
                "insert into crm.membership (id, uuid, person_id, holder_id, organisation_id, kind, valid_from, valid_to, created_at)"
                        + " select %d, '%s', %s, %s, id, 'MEMBER', %s, %s, now() from crm.organisation where code = '%s'",
                ++numbers, UUID.randomUUID(), person, practice, day(from), day(to), organisation);
    }

    public void works(long person, long practice, String from, String to) {
        sql(
                "insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_from, valid_to, created_at)"
                        + " values (%d, '%s', %d, %d, 'GP', %s, %s, now())",
                ++numbers, UUID.randomUUID(), person, practice, day(from), day(to));
    }

    private static String day(String day) {
        return day == null ? "null" : "date '" + day + "'";
    }

    public UUID enrol(UUID edition, long person, Clock clock, PriceWish wish) {
        return enrol(edition, person, clock, wish, em -> new SeatAllocation(em, clock));
    }

    UUID enrol(
            UUID edition,
            long person,
            Clock clock,
            PriceWish wish,
            Function<EntityManager, SeatAllocation> allocation) {
        return database.inTransaction(em -> {
            Edition found = edition(em, edition);
            Person whom = em.find(Person.class, person);
            Enrolment wanted = new Enrolment(found, whom, null, null, clock.instant());
            wanted.freeze(prices(em, AgendaDatabase.visitor(), clock).freeze(found, whom, wish));
            return allocation
                    .apply(em)
                    .allot(wanted, new SeatAllocation.Claim(null, null, true, null))
                    .enrolment()
                    .getUuid();
        });
    }

    UUID enrolWithKey(UUID edition, long person, String voucher, String key) {
        return database.inTransaction(em -> {
            Edition found = edition(em, edition);
            Person whom = em.find(Person.class, person);
            Enrolment wanted = new Enrolment(found, whom, null, null, AgendaDatabase.NOW);
            wanted.freeze(prices(em, AgendaDatabase.visitor(), AgendaDatabase.CLOCK)
                    .freeze(found, whom, new PriceWish(voucher, null)));
            return new SeatAllocation(em, AgendaDatabase.CLOCK)
                    .allot(wanted, new SeatAllocation.Claim(person, key, true, null))
                    .enrolment()
                    .getUuid();
        });
    }

    public int cancel(UUID enrolment, Clock clock) {
        return database.inTransaction(em -> {
            Enrolment found = new EnrolmentLists(em, clock).enrolment(enrolment).orElseThrow();
            new SeatAllocation(em, clock).cancel(found, null);
            return found.getFeeCents();
        });
    }

    /** What cancelling would cost at some time. */
    public int fee(UUID enrolment, Instant at) {
        return database.inTransaction(em -> CancellationPolicy.fee(
                new EnrolmentLists(em, AgendaDatabase.CLOCK)
                        .enrolment(enrolment)
                        .orElseThrow(),
                at));
    }

    public static Edition edition(EntityManager em, UUID uuid) {
        return em.createQuery("select e from Edition e where e.uuid = :uuid", Edition.class)
                .setParameter("uuid", uuid)
                .getSingleResult();
    }

    public void sql(String statement, Object... values) {
        database.change(em -> em.createNativeQuery(statement.formatted(values)).executeUpdate());
    }

    public int number(String query, Object... values) {
        return database.inTransaction(
                em -> ((Number) em.createNativeQuery(query.formatted(values)).getSingleResult()).intValue());
    }

    /** What an organisation charges for cancelling from now on. */
    public void policy(String organisation, RegionPolicy like) {
        policy(organisation, like.terms());
    }

    public void policy(String organisation, CancellationTerms terms) {
        sql("update crm.cancellation_policy set usual = false");
        long id = ++numbers;
        sql(
                "insert into crm.cancellation_policy (id, uuid, organisation_id, name, usual, created_at)"
                        + " select %d, '%s', id, 'Voorwaarden %d', true, now() from crm.organisation where code = '%s'",
                id, UUID.randomUUID(), id, organisation);
        sql(
                "insert into crm.policy_version (id, uuid, policy_id, cooling_off_days, from_days, percents, minimums, fixeds,"
                        + " no_show_cents, free_meeting_days, free_meeting_cents, webinars_free, substitute_free, made_at)"
                        + " values (%d, '%s', %d, %d, array[%s], array[%s], array[%s], array[%s], %d, %d, %d, %s, %s, now())",
                ++numbers,
                UUID.randomUUID(),
                id,
                terms.coolingOffDays(),
                each(terms, Tier::fromDays),
                each(terms, Tier::percent),
                each(terms, Tier::minimumCents),
                each(terms, Tier::fixedCents),
                terms.noShowCents(),
                terms.freeMeetingDays(),
                terms.freeMeetingCents(),
                terms.webinarsFree(),
                terms.substituteFree());
    }

    private static String each(CancellationTerms terms, Function<Tier, Integer> part) {
        return terms.tiers().stream().map(part).map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Does something with the prices as somebody, now. */
    public void as(CurrentUser caller, Consumer<Prices> work) {
        database.change(em -> work.accept(prices(em, caller, AgendaDatabase.CLOCK)));
    }
}
