package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.database.Wired.made;
import static nl.kring.crm.database.Wired.wired;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.accreditation.request.AccreditationRequests;
import nl.kring.crm.accreditation.request.AskedPoints;
import nl.kring.crm.accreditation.request.EditionAnnouncements;
import nl.kring.crm.accreditation.request.Grant;
import nl.kring.crm.accreditation.request.RequestLine;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.closing.ClosingAsked;
import nl.kring.crm.attendance.closing.ClosingStep;
import nl.kring.crm.attendance.closing.StepState;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** A course of one evening or more with its participants, registers, and a connection to the stand-in for PE-online. */
final class Evening implements AutoCloseable {

    static final String DAY = "2026-11-03";

    final Ledger ledger;
    final PeOnlineStandIn peOnline;
    UUID edition;
    private Instant now = Ledger.AFTERWARDS.instant();

    Evening() throws Exception {
        ledger = new Ledger();
        peOnline = new PeOnlineStandIn();
        System.setProperty(PeAddress.HOSTS_SETTING, "localhost");
        System.setProperty(KeySeal.SETTING, "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    }

    /** Another course, on one evening that is over. */
    void begins(int sessions) throws Exception {
        peOnline.isWellAgain();
        peOnline.asked.clear();
        peOnline.written.clear();
        ledger.database.asOwner("delete from crm.certificate_points; delete from crm.certificate");
        ledger.database.clearAgenda();
        ledger.database.asOwner("delete from crm.pe_contract; delete from crm.pe_account; delete from crm.pe_service");
        ACourse course = ACourse.aCourse().titled("CVRM");
        for (int at = 0; at < sessions; at++) {
            course.from("2026-11-0" + (3 + at) + "T19:00", "2026-11-0" + (3 + at) + "T22:00");
        }
        edition = ledger.database.published("NOORD", course.wish());
        now = Ledger.AFTERWARDS.instant();
    }

    /** One more course, on that evening; from now on it is the one that is spoken of. */
    void another(String day) {
        edition = ledger.database.published(
                "NOORD",
                ACourse.aCourse()
                        .titled("Astma")
                        .from(day + "T19:00", day + "T22:00")
                        .wish());
    }

    /** What the register granted: valid all year, numbered, and announced where that is asked. */
    void accredited(String scheme, String type, String courseNumber, String editionNumber) {
        asked(scheme, "GRANTED", type, courseNumber, "2026-01-01", "2026-12-31");
        if (type.equals("WHOLE") || type.equals("MEETINGS")) {
            announced(scheme, DAY, editionNumber);
        }
    }

    /** What staff did for it: asked, granted under that number for all of the year, and announced. */
    void accreditedByHand(String scheme, String category, String courseNumber, String editionNumber) {
        requests(requests -> requests.begin(edition, List.of(scheme)));
        requests(requests -> {
            RequestLine asked = request(requests, scheme);
            requests.submit(edition, asked.uuid(), asked.version());
        });
        requests(requests -> {
            RequestLine asked = request(requests, scheme);
            List<AskedPoints> points = List.of(new AskedPoints(category, null, BigDecimal.ONE));
            requests.grant(
                    edition,
                    asked.uuid(),
                    asked.version(),
                    new Grant(courseNumber, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), points));
        });
        ledger.with(EditionAnnouncements.class, staff(), announcements -> {
            announcements.announce(edition, scheme, editionNumber);
            return null;
        });
    }

    private RequestLine request(AccreditationRequests requests, String scheme) {
        return requests.page(edition).requests().stream()
                .filter(line -> line.scheme().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    private void requests(Consumer<AccreditationRequests> step) {
        ledger.with(AccreditationRequests.class, staff(), requests -> {
            step.accept(requests);
            return null;
        });
    }

    void asked(String scheme, String state, String type, String number, String from, String to) {
        ledger.run("""
                insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, course_number, valid_from,
                       valid_to, lead_days, attendance_days, requested_on, decided_on, answer, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, :a, :b, :c, :d, cast(:e as date), cast(:f as date),
                       28, 14, date '2026-01-01', date '2026-01-01', 'omdat', now()
                  from crm.edition e where e.uuid = cast(:g as uuid)""", scheme, state, type, number, from, to, edition.toString());
    }

    /** What the register calls the module, and whether that and the number of the course are codes of ours. */
    void moduled(String scheme, String module, boolean ownCodes) {
        ledger.run(
                "update crm.accreditation_request set module_code = :a, own_codes = :b where scheme_code = :c",
                module,
                ownCodes,
                scheme);
    }

    void announced(String scheme, String day, String number) {
        ledger.run("""
                insert into crm.accreditation_announcement (edition_id, scheme_code, held_on, number, announced_at)
                select e.id, :a, cast(:b as date), :c, now() from crm.edition e where e.uuid = cast(:d as uuid)""", scheme, day, number, edition.toString());
    }

    /** The numbers of the sessions at a register, in their order. */
    void meetings(String scheme, String... numbers) {
        for (int at = 0; at < numbers.length; at++) {
            ledger.run("""
                    insert into crm.accreditation_meeting (session_id, scheme_code, number)
                    select s.id, :a, :b from crm.session s join crm.edition e on e.id = s.edition_id
                     where e.uuid = cast(:c as uuid) order by s.starts_at offset cast(:d as int) limit 1""", scheme, numbers[at], edition.toString(), String.valueOf(at));
        }
    }

    /** Somebody enrolled; gives the enrolment. */
    UUID enrolled(String name, String profession, String big) {
        long person = ledger.number("""
                insert into crm.person (id, uuid, display_name, sort_name, initials, profession, big, created_at)
                values (nextval('crm.entity_seq'), gen_random_uuid(), :a, :a, 'A.', :b, :c, now()) returning id""", name, profession, big);
        long enrolment = ledger.enrolled(edition, person);
        return UUID.fromString(ledger.texts("select cast(uuid as text) from crm.enrolment where id = :a", enrolment)
                .get(0));
    }

    void numbered(UUID enrolment, String scheme, String number) {
        ledger.run("""
                insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, qualifier)
                select nextval('crm.entity_seq'), gen_random_uuid(), n.person_id, 'registerNumber', :a,
                       (select o.id from crm.organisation o where o.code = 'NOORD'), now(), :b
                  from crm.enrolment n where n.uuid = cast(:c as uuid)""", number, scheme, enrolment.toString());
    }

    void everybodyCame() {
        ledger.with(Attendances.class, staff(), attendances -> attendances.presentAll(edition));
    }

    /** Who came to the sessions of these places, counted from 0, and stayed away from the others. */
    void cameTo(UUID enrolment, Integer... places) {
        List<String> sessions = ledger.texts("""
                select cast(s.uuid as text) from crm.session s join crm.edition e on e.id = s.edition_id
                 where e.uuid = cast(:a as uuid) order by s.starts_at""", edition.toString());
        Set<Integer> there = Set.of(places);
        List<AttendanceMark> marks = new ArrayList<>();
        for (int at = 0; at < sessions.size(); at++) {
            marks.add(new AttendanceMark(enrolment, UUID.fromString(sessions.get(at)), there.contains(at)));
        }
        ledger.with(Attendances.class, staff(), attendances -> attendances.record(edition, marks));
    }

    /** The connection of the organiser, for these parts of PE-online. */
    void connected(boolean trial, Integer... orgIds) {
        connectedWith(PeOnlineStandIn.KEY, trial, orgIds);
    }

    void connectedWith(String key, boolean trial, Integer... orgIds) {
        ledger.with(DeliveryAccounts.class, acting(Role.ORGANISATION_ADMIN, "NOORD"), accounts -> {
            accounts.keep(new PeAccountForm("4711", key, false, trial, null, Set.of(orgIds), false));
            return null;
        });
        ledger.with(DeliveryAccounts.class, acting(Role.PLATFORM_ADMIN, "NOORD"), accounts -> {
            accounts.choose(peOnline.address());
            return null;
        });
    }

    CurrentUser staff() {
        return ledger.staff("NOORD");
    }

    CurrentUser acting(Role role, String organisation) {
        return acting(role, organisation, null);
    }

    /** Somebody with an account, whose name stands beside what he or she did. */
    CurrentUser colleague(String name) {
        return acting(Role.STAFF, "NOORD", ledger.number("""
                        insert into crm.account (id, uuid, email, display_name, created_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), :a, :b, now()) returning id""", UUID.randomUUID() + "@example.nl", name));
    }

    private CurrentUser acting(Role role, String organisation, Long account) {
        Long own = ledger.number("select id from crm.organisation where code = :a", organisation);
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        account,
                        UUID.randomUUID(),
                        "a@example.nl",
                        "A",
                        "nl",
                        null,
                        own,
                        EnumSet.of(role, Role.STAFF)));
            }
        };
    }

    <T> T deliveries(Function<CreditDeliveries, T> work) {
        return ledger.with(CreditDeliveries.class, staff(), work);
    }

    DeliveryList list() {
        return deliveries(deliveries -> deliveries.list(edition));
    }

    DeliveryLine line(UUID enrolment, String scheme) {
        return list().lines().stream()
                .filter(line -> line.enrolment().equals(enrolment) && scheme.equals(line.scheme()))
                .findFirst()
                .orElseThrow();
    }

    /** How far it is with a participant when the evening is to be closed. */
    StepState step(UUID enrolment) {
        Long number = ledger.number("select id from crm.edition where uuid = cast(:a as uuid)", edition.toString());
        ClosingAsked asked = new ClosingAsked(number, edition, Map.of(enrolment, 0L), now);
        ledger.with(DeliverySteps.class, staff(), steps -> {
            steps.tell(asked);
            return null;
        });
        return asked.of(ClosingStep.DELIVERY, enrolment);
    }

    /** Sends what is due, and lets it be asked and answered. */
    int sent() {
        int sent = deliveries(deliveries -> deliveries.send(edition));
        asks();
        return sent;
    }

    /** Lets every question that waits be asked. */
    void asks() {
        while (asksNext()) {
            // the next
        }
    }

    private boolean asksNext() {
        DeliveryOutbox outbox = wired(
                new DeliveryOutbox(),
                new DeliveryDesk() {
                    @Override
                    public Optional<Taken> take() {
                        return inItsOwnTransaction(DeliveryDesk::take);
                    }

                    @Override
                    public void answered(Taken taken, String body, String failure) {
                        inItsOwnTransaction(desk -> {
                            desk.answered(taken, body, failure);
                            return null;
                        });
                    }
                },
                new PeLine(Duration.ofMillis(800)));
        return outbox.askNext();
    }

    /**
     * A node takes the question that waits and is gone: before it asked, or after PE-online wrote what it was asked and before the
     * answer was kept.
     */
    DeliveryDesk.Taken dies(boolean written) throws IOException {
        DeliveryDesk.Taken taken = inItsOwnTransaction(DeliveryDesk::take).orElseThrow();
        if (written) {
            new PeLine(Duration.ofSeconds(5)).ask(taken.address(), taken.xml());
        }
        return taken;
    }

    <T> T inItsOwnTransaction(Function<DeliveryDesk, T> work) {
        Clock clock = Clock.fixed(now, SystemClock.AMSTERDAM);
        return ledger.database.inTransaction(
                em -> work.apply(made(DeliveryDesk.class, em, clock, ledger.staff("NOORD"))));
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** How each row of the register stands that is kept, by number of the participant. */
    List<String> kept() {
        return ledger.texts("select number || ' ' || state from crm.credit_delivery order by 1");
    }

    List<String> batches() {
        return ledger.texts("select state from crm.delivery_batch order by id");
    }

    @Override
    public void close() throws Exception {
        peOnline.close();
        ledger.close();
        System.clearProperty(PeAddress.HOSTS_SETTING);
        System.clearProperty(KeySeal.SETTING);
    }
}
