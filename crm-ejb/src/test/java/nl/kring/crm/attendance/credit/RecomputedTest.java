package nl.kring.crm.attendance.credit;

import static nl.kring.crm.attendance.credit.Ledger.AFTERWARDS;
import static nl.kring.crm.attendance.credit.Ledger.professional;
import static nl.kring.crm.database.Wired.made;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import nl.kring.crm.accreditation.request.CourseType;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.AttendanceRecorded;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.database.Told;
import nl.kring.crm.peerreview.GroupForm;
import nl.kring.crm.peerreview.GroupKind;
import nl.kring.crm.peerreview.GroupRole;
import nl.kring.crm.peerreview.MeetingForm;
import nl.kring.crm.peerreview.PeerReviewGroups;
import nl.kring.crm.peerreview.PeerReviewMeetings;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.security.CurrentUser;

/**
 * Whatever happened to points, one after the other and put right in between, the ledger says the same as one that is written from
 * nothing: from who was there and for how long, what courses are worth now, claims that were approved, meetings that were held and what
 * was brought along.
 */
class RecomputedTest {

    private static final byte[] PDF = "%PDF-1.7 bewijs".getBytes(StandardCharsets.US_ASCII);
    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final int MINUTES = 180;

    private static Ledger ledger;

    /** What happens, to which, and how much. */
    record Step(What what, int which, int how) {}

    enum What {
        THERE,
        PARTLY_THERE,
        WORTH,
        DECLARED,
        DECIDED,
        MET,
        CORRECTED,
        WITHDRAWN,
        BROUGHT_ALONG,
        MERGED,
        UNMERGED
    }

    @BeforeContainer
    static void start() throws Exception {
        ledger = new Ledger();
        ledger.run("""
                insert into crm.presence_rule (organisation_id, whole_percent, part_percent, said_at)
                select o.id, 90, 40, now() from crm.organisation o where o.code = 'NOORD'""");
    }

    @AfterContainer
    static void stop() throws Exception {
        ledger.close();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void the_ledger_is_what_it_would_be_from_nothing(@ForAll("histories") List<Step> history) throws Exception {
        World world = new World();
        for (Step step : history) {
            world.does(step);
        }
        assertThat(ledger.settleAll()).as("it is settled").isZero();
        List<String> stood = sums();
        List<List<String>> dossiers = world.dossiers();

        world.fromNothing();

        assertThat(sums()).isEqualTo(stood);
        assertThat(world.dossiers()).isEqualTo(dossiers);
    }

    /** The negative control: half a point that somebody slipped in is seen. */
    @Property(tries = 1)
    void what_follows_from_nothing_is_found() throws Exception {
        World world = new World();
        world.does(new Step(What.THERE, 0, 0));
        List<String> stood = sums();
        ledger.database.asOwner("""
                insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, enrolment_id, corrects_id,
                                              reason, entered_at)
                select k.person_id, k.scheme_code, k.source, k.category, 0.5, k.earned_on, k.title, k.enrolment_id, k.id, 'x', now()
                  from crm.credit_entry k""");
        List<String> wrong = sums();

        world.fromNothing();

        assertThat(sums()).isEqualTo(stood).isNotEqualTo(wrong);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 7))
                .as(Step::new)
                .list()
                .ofMinSize(6)
                .ofMaxSize(24);
    }

    private static List<String> sums() {
        return ledger.texts("""
                select concat_ws(' ', person_id, scheme_code, source, category, earned_on, enrolment_id, claim_id, meeting_id, import_key,
                                 sum(points))
                  from crm.credit_entry
                 group by person_id, scheme_code, source, category, earned_on, enrolment_id, claim_id, meeting_id, import_key
                having sum(points) <> 0 order by 1""");
    }

    /** Four who go to three evenings, of whom two may turn out to be one and two again; and two groups that meet. */
    private static final class World {

        private final long anna = person("Anna Aalders", "GP");
        private final long bert = person("Bert Bakker", "GP");
        private final long carla = person("Carla Coster", "NURSE_SPECIALIST");
        private final long zara = person("Zara Zonder", null);
        private final List<Long> persons = List.of(anna, bert, carla, zara);
        private final List<UUID> evenings = new ArrayList<>();
        private final List<Long> enrolments = new ArrayList<>();
        private final List<UUID> groups = new ArrayList<>();
        private final List<UUID> claims = new ArrayList<>();
        private final Map<UUID, UUID> meetings = new LinkedHashMap<>();
        private final List<ImportedCredit> brought = new ArrayList<>();
        private UUID merge;
        private boolean one;

        World() throws Exception {
            ledger.database.asOwner(
                    "delete from crm.credit_entry; delete from crm.credit_claim; delete from crm.peer_review_presence;"
                            + "delete from crm.peer_review_meeting; delete from crm.peer_review_member;"
                            + "delete from crm.peer_review_group");
            ledger.database.clearAgenda();
            for (int evening = 1; evening <= 3; evening++) {
                UUID edition = ledger.held("Avond " + evening, "2026-11-0" + evening, "RGS-HA", "3", "KABIZ-DA", "2");
                evenings.add(edition);
                persons.forEach(person -> enrolments.add(ledger.enrolled(edition, person)));
            }
            for (long member : new long[] {anna, bert}) {
                UUID group = ledger.with(
                        PeerReviewGroups.class,
                        office(),
                        all -> all.add(new GroupForm(GroupKind.INTERVISION, "Groep " + member, BEGIN, null)));
                for (long who : new long[] {member, carla, zara}) {
                    ledger.with(
                            PeerReviewGroups.class,
                            office(),
                            all -> all.join(group, uuid(who), GroupRole.MEMBER, BEGIN));
                }
                groups.add(group);
            }
        }

        void does(Step step) {
            switch (step.what()) {
                case THERE -> there(step.which(), step.how() % 2 == 0);
                case PARTLY_THERE -> partlyThere(step.which(), step.how() * 25);
                case WORTH -> worth(step.which() % 3, step.how());
                case DECLARED -> claims.add(declared(persons.get(step.which() % 4), step.how()));
                case DECIDED -> decided(step.which(), step.how());
                case MET -> met(step.which() % 2, step.how());
                case CORRECTED -> corrected(step.which(), step.how());
                case WITHDRAWN -> withdrawn(step.which());
                case BROUGHT_ALONG -> broughtAlong(step.which() % 4, step.how());
                case MERGED -> merged();
                case UNMERGED -> unmerged();
                default -> throw new IllegalStateException(step.toString());
            }
        }

        private void there(int which, boolean present) {
            UUID evening = evenings.get(which / 4);
            AttendanceMark mark = new AttendanceMark(
                    uuidOf("enrolment", enrolments.get(which)), uuidOf("session", session(evening)), present);
            ledger.with(Attendances.class, office(), all -> all.record(evening, List.of(mark)));
        }

        /** As scans at the door would have it. */
        private void partlyThere(int which, int minutes) {
            UUID evening = evenings.get(which / 4);
            ledger.run("""
                    insert into crm.attendance (id, uuid, enrolment_id, session_id, present, minutes, source, recorded_at)
                    values (nextval('crm.entity_seq'), gen_random_uuid(), :a, :b, :c, :d, 'SCAN', now())
                    on conflict (enrolment_id, session_id) do update set present = excluded.present, minutes = excluded.minutes,
                           source = excluded.source""", enrolments.get(which), session(evening), minutes * 100 >= MINUTES * 90, minutes);
            long edition = ledger.number("select id from crm.edition where uuid = :a", evening);
            ledger.database.change(em -> Ledger.settled(em, AFTERWARDS, office(), new AttendanceRecorded(edition)));
        }

        private void worth(int evening, int how) {
            if (how > 5) {
                ledger.granted(
                        evenings.get(evening),
                        "RGS-HA",
                        how % 2 == 0 ? CourseType.WHOLE : CourseType.MEETINGS,
                        "2026-01-01",
                        how == 6 ? "2026-11-01" : "2026-12-31",
                        how + ".5 ACCREDITED",
                        "1.5 PEER_REVIEW Avond 1");
                return;
            }
            Map<String, BigDecimal> points = new LinkedHashMap<>();
            if (how > 0) {
                points.put("RGS-HA", BigDecimal.valueOf(how * 5L, 1));
            }
            if (how % 2 == 0) {
                points.put("KABIZ-DA", BigDecimal.valueOf(how + 1L));
            }
            ledger.award(evenings.get(evening), points);
        }

        private UUID declared(long person, int how) {
            return ledger.with(
                    Credits.class,
                    professional(person),
                    credits -> credits.declare(
                            new ClaimForm(
                                    "RGS-HA",
                                    "ACCREDITED",
                                    BigDecimal.valueOf(how + 1L),
                                    FIRST.plusDays(how),
                                    "Elders",
                                    "ZUID"),
                            Evidence.of("bewijs.pdf", PDF)));
        }

        /** Approved, and another time taken back. */
        private void decided(int which, int how) {
            if (claims.isEmpty()) {
                return;
            }
            UUID claim = claims.get(which % claims.size());
            String state = ledger.texts("select state from crm.credit_claim where uuid = :a", claim)
                    .get(0);
            if (state.equals("REJECTED")) {
                return;
            }
            ledger.with(Credits.class, ledger.staff("ZUID"), credits -> {
                if (state.equals("OPEN") && how < 6) {
                    credits.approve(claim);
                } else {
                    credits.refuse(claim, "Dubbel");
                }
                return null;
            });
        }

        private void met(int group, int how) {
            UUID meeting = ledger.with(
                    PeerReviewMeetings.class, office(), all -> all.record(groups.get(group), form(group, how)));
            meetings.put(meeting, groups.get(group));
        }

        private void corrected(int which, int how) {
            meeting(
                    which,
                    (meeting, group) -> ledger.with(PeerReviewMeetings.class, office(), all -> {
                        long version =
                                ledger.number("select version from crm.peer_review_meeting where uuid = :a", meeting);
                        all.correct(group, meeting, version, form(groups.indexOf(group), how));
                        return null;
                    }));
        }

        private void withdrawn(int which) {
            meeting(which, (meeting, group) -> {
                ledger.with(PeerReviewMeetings.class, office(), all -> {
                    all.withdraw(group, meeting, "niet doorgegaan");
                    return null;
                });
                meetings.remove(meeting);
            });
        }

        private void meeting(int which, BiConsumer<UUID, UUID> what) {
            if (!meetings.isEmpty()) {
                UUID meeting = List.copyOf(meetings.keySet()).get(which % meetings.size());
                what.accept(meeting, meetings.get(meeting));
            }
        }

        /** Whose group it is was there, somebody else sometimes, and not all for as long. */
        private MeetingForm form(int group, int how) {
            Map<UUID, Integer> present = new LinkedHashMap<>();
            present.put(uuid(group == 0 || one ? anna : bert), 60 + how * 5);
            if (how % 3 > 0) {
                present.put(uuid(carla), 60);
            }
            return new MeetingForm(FIRST.plusDays(how % 2), 60 + how * 10, "Casus", null, present);
        }

        private void broughtAlong(int who, int how) {
            if (who == 1 && one) {
                return; // brought along of somebody who is somebody else by now
            }
            ImportedCredit credit = new ImportedCredit(
                    "oud-" + brought.size(),
                    uuid(persons.get(who)),
                    "RGS-HA",
                    null,
                    BigDecimal.valueOf(how + 1L),
                    LocalDate.of(2023, 5, 4),
                    "Vroeger",
                    null);
            brought.add(credit);
            take(List.of(credit));
        }

        private void merged() {
            if (merge == null) {
                merge = ledger.database.inTransaction(
                        em -> merges(em).merge(uuid(anna), uuid(bert), MergeReason.byHand("dezelfde")));
                one = true;
            }
        }

        private void unmerged() {
            if (one) {
                ledger.database.change(em -> merges(em).unmerge(merge, List.of(), "toch niet"));
                one = false;
            }
        }

        /** Nothing is left of the ledger, and it is written again. */
        void fromNothing() throws Exception {
            ledger.database.asOwner("delete from crm.credit_entry");
            ledger.settleAll();
            ledger.database.change(em -> claims.stream()
                    .filter(claim -> ledger.texts("select state from crm.credit_claim where uuid = :a", claim)
                            .contains("APPROVED"))
                    .forEach(claim ->
                            new CreditTable(em).enter(id("credit_claim", claim), null, null, AFTERWARDS.instant())));
            meetings.keySet().forEach(this::settled);
            take(brought);
        }

        private void settled(UUID uuid) {
            long meeting = id("peer_review_meeting", uuid);
            Map<Long, BigDecimal> hours = new LinkedHashMap<>();
            ledger.texts(
                            "select person_id || ' ' || minutes from crm.peer_review_presence where meeting_id = :a order by id",
                            meeting)
                    .forEach(row -> hours.put(
                            Long.valueOf(row.split(" ")[0]),
                            BigDecimal.valueOf(Long.parseLong(row.split(" ")[1]) / 6, 1)));
            LocalDate day = LocalDate.parse(
                    ledger.texts("select cast(held_on as text) from crm.peer_review_meeting where id = :a", meeting)
                            .get(0));
            ledger.with(
                    MeetingCredits.class,
                    office(),
                    credits -> credits.settle(
                            new MeetingCredits.Held(meeting, day, true, "Groep: Casus", "Noord"), hours));
        }

        /** What each of them reads, but for numbers of lines. */
        List<List<String>> dossiers() {
            return persons.stream()
                    .map(person ->
                            ledger.with(Credits.class, professional(person), credits -> credits.mine(null)).stream()
                                    .filter(credit -> credit.points().signum() != 0)
                                    .map(credit ->
                                            credit.scheme() + " " + credit.source() + " " + credit.category() + " "
                                                    + credit.day() + " "
                                                    + credit.points()
                                                            .stripTrailingZeros()
                                                            .toPlainString())
                                    .sorted()
                                    .toList())
                    .toList();
        }

        private static void take(List<ImportedCredit> credits) {
            ledger.with(ImportedCredits.class, AgendaDatabase.administrator(), imports -> imports.take(credits));
        }

        private static CurrentUser office() {
            return ledger.staff("NOORD");
        }

        private static long session(UUID evening) {
            return ledger.number(
                    "select s.id from crm.session s join crm.edition e on e.id = s.edition_id where e.uuid = :a",
                    evening);
        }

        private static long person(String name, String profession) {
            long person = ledger.person(name, profession);
            says(person, "birthName", name.split(" ")[1]);
            if (profession != null) {
                says(person, "profession", profession);
            }
            return person;
        }

        private static void says(long person, String field, String value) {
            ledger.run("""
                    insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, reason)
                    select nextval('crm.entity_seq'), gen_random_uuid(), :a, :b, :c, o.id, now(), 'proef'
                      from crm.organisation o where o.code = 'NOORD'""", person, field, value);
        }

        private static UUID uuid(long person) {
            return uuidOf("person", person);
        }

        private static UUID uuidOf(String table, long id) {
            return UUID.fromString(ledger.texts("select cast(uuid as text) from crm." + table + " where id = :a", id)
                    .get(0));
        }

        private static long id(String table, UUID uuid) {
            return ledger.number("select id from crm." + table + " where uuid = :a", uuid);
        }

        /** Merging as in the product, where whoever has something of persons is told. */
        private static Merges merges(EntityManager em) {
            return made(Merges.class, em, AFTERWARDS, AgendaDatabase.administrator(), new Told(news -> {
                for (String component :
                        List.of("enrolment", "attendance", "attendance.presence", "attendance.credit", "peerreview")) {
                    tell("nl.kring.crm." + component + ".MergeNews", news, em);
                }
            }));
        }

        private static void tell(String observer, Object news, EntityManager em) {
            try {
                Class<?> type = Class.forName(observer);
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                Object told = wired(constructor.newInstance(), em);
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getParameterCount() == 1 && method.getParameterTypes()[0].isInstance(news)) {
                        method.setAccessible(true);
                        method.invoke(told, news);
                    }
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(observer, e);
            }
        }
    }
}
