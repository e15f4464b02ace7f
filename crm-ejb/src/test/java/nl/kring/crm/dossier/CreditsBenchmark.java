package nl.kring.crm.dossier;

import static nl.kring.crm.database.Wired.made;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.attendance.credit.Ledger;

/**
 * How long credits last for that many persons with five years of lines: judging everybody by the rules, and one dossier; and settling the
 * attendance of some of them into the ledger, and again. Arguments: persons, lines a person, persons whose attendance is settled.
 */
public final class CreditsBenchmark {

    private static final int IN_THE_ROOM = 40;
    private static final int DOSSIERS = 400;
    private static final int WARM_UP = 100;

    private CreditsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int persons = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 170_000;
        int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        int settled = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8_500;
        System.out.println(
                "load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try (Ledger ledger = new Ledger()) {
            lines(ledger, persons, each);
            for (String scheme : List.of("RGS-HA", "VVN-KR-N", "KABIZ-DA")) {
                timed("judged, " + scheme, () -> judged(ledger, scheme));
            }
            one(ledger, persons);
            attendances(ledger, settled, each);
            timed("settled", () -> (long) ledger.settleAll());
            vacuum(ledger);
            timed("settled again", () -> (long) ledger.settleAll());
        }
        System.out.println(
                "load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** A third of the persons are GPs, a third nurses and a third assistants, each with a period and lines over five years. */
    private static void lines(Ledger ledger, int persons, int each) throws Exception {
        long start = System.nanoTime();
        ledger.database.asOwner("""
                alter table crm.credit_entry disable trigger user;
                insert into crm.person (id, uuid, display_name, sort_name, profession, big, created_at)
                select 10000000 + g, gen_random_uuid(), 'P' || g, 'P' || g,
                       (array['GP', 'NURSE', 'DOCTORS_ASSISTANT'])[1 + g %% 3], lpad(g::text, 11, '0'), now()
                  from generate_series(0, %1$d - 1) g;
                insert into crm.register_membership (person_id, scheme_code, starts_on, ends_on, told_at)
                select p.id, (array['RGS-HA', 'VVN-KR-N', 'KABIZ-DA'])[1 + (p.id - 10000000) %% 3],
                       date '2021-12-01' + (p.id %% 300)::integer, date '2026-11-30' + (p.id %% 300)::integer, now()
                  from crm.person p where p.id >= 10000000;
                insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, import_key, entered_at)
                select 10000000 + p, (array['RGS-HA', 'VVN-KR-N', 'KABIZ-DA'])[1 + p %% 3], 'IMPORT',
                       case when k %% 10 = 0 then (array['PEER_REVIEW', 'OTHER', 'NVDA_MEMBERSHIP'])[1 + p %% 3] else 'ACCREDITED' end,
                       3 + (p + k) %% 13, date '2021-12-01' + (p * 7 + k * 90) %% 1800, 'Cursus ' || k, p || ' ' || k, now()
                  from generate_series(0, %1$d - 1) p, generate_series(0, %2$d - 1) k;
                insert into crm.register_total (person_id, scheme_code, as_of, entered_at)
                select p.id, 'RGS-HA', date '2025-01-01', now() from crm.person p where p.id >= 10000000 and p.profession = 'GP';
                insert into crm.register_total_part (total_id, category, points) select id, 'ACCREDITED', 90 from crm.register_total;
                alter table crm.credit_entry enable trigger user""".formatted(persons, each));
        vacuum(ledger);
        System.out.printf(
                "%,d persons with %,d lines, written in %.0f s%n",
                persons, (long) persons * each, (System.nanoTime() - start) / 1e9);
    }

    /** Others who were at as many editions of forty persons, worth points in three registers. */
    private static void attendances(Ledger ledger, int persons, int each) throws Exception {
        int editions = Math.max(each, (int) ((long) persons * each / IN_THE_ROOM));
        ledger.database.asOwner("""
                alter table crm.enrolment disable trigger user;
                insert into crm.person (id, uuid, display_name, sort_name, profession, big, created_at)
                select 15000000 + g, gen_random_uuid(), 'Q' || g, 'Q' || g,
                       (array['GP', 'NURSE', 'DOCTORS_ASSISTANT'])[1 + g %% 3], lpad(g::text, 11, '0'), now()
                  from generate_series(0, %1$d - 1) g;
                insert into crm.course (id, uuid, organiser_id, title, kind, created_at)
                select 20000000 + g, gen_random_uuid(), (select min(id) from crm.organisation), 'Cursus ' || g, 'TRAINING', now()
                  from generate_series(0, %2$d - 1) g;
                insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                select nextval('crm.entity_seq'), gen_random_uuid(), 20000000 + g, s.code, 2 + g %% 4
                  from generate_series(0, %2$d - 1) g, (values ('RGS-HA'), ('VVN-KR-N'), ('KABIZ-DA')) s (code);
                insert into crm.edition (id, uuid, course_id, state, starts_at, ends_at, created_at)
                select 30000000 + g, gen_random_uuid(), 20000000 + g, 'HELD', timestamptz '2021-12-01 19:00+01' + g %% 1800 * interval '1 day',
                       timestamptz '2021-12-01 22:00+01' + g %% 1800 * interval '1 day', now()
                  from generate_series(0, %2$d - 1) g;
                insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)
                select e.id + 10000000, gen_random_uuid(), e.id, 1, e.starts_at, e.ends_at from crm.edition e where e.id >= 30000000;
                insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at, confirmed_at)
                select 50000000 + p * %3$d::bigint + k, gen_random_uuid(), 30000000 + (p * %3$d::bigint + k) %% %2$d, 15000000 + p, 'ATTENDED', 0,
                       now(), now()
                  from generate_series(0, %1$d - 1) p, generate_series(0, %3$d - 1) k;
                alter table crm.enrolment enable trigger user;
                insert into crm.attendance (id, uuid, enrolment_id, session_id, present, recorded_at)
                select e.id + 200000000, gen_random_uuid(), e.id, e.edition_id + 10000000, e.id %% 20 <> 0, now()
                  from crm.enrolment e where e.id >= 50000000""".formatted(persons, editions, each));
        vacuum(ledger);
    }

    private static void vacuum(Ledger ledger) throws Exception {
        ledger.database.asOwner(
                "analyze crm.person, crm.course, crm.accreditation, crm.edition, crm.session, crm.enrolment, crm.attendance,"
                        + " crm.register_membership, crm.register_total, crm.credit_entry");
    }

    private static long judged(Ledger ledger, String scheme) {
        return ledger.database.inTransaction(em -> {
            List<SchemeRules> versions = rules(ledger, em, scheme);
            AtomicLong met = new AtomicLong();
            AtomicLong all = new AtomicLong();
            new Standings(em).each(scheme, null, null, (period, lines) -> {
                all.incrementAndGet();
                versions.stream()
                        .filter(rules -> rules.judges(period))
                        .findFirst()
                        .filter(rules -> rules.judge(period, LocalDate.of(2026, 11, 20), lines)
                                .isMet())
                        .ifPresent(rules -> met.incrementAndGet());
            });
            System.out.println("  " + met + " of " + all + " have all points");
            return all.get();
        });
    }

    private static List<SchemeRules> rules(Ledger ledger, EntityManager em, String scheme) {
        Clock clock = Ledger.AFTERWARDS;
        return made(Schemes.class, em, clock, ledger.staff("NOORD"))
                .versions(List.of(scheme))
                .get(scheme);
    }

    private static void one(Ledger ledger, int persons) {
        Random random = new Random(1);
        List<Long> micros = new ArrayList<>();
        long[] processor = new long[2];
        // On one connection, as the server's pool keeps them.
        ledger.database.change(em -> {
            int backend =
                    ((Number) em.createNativeQuery("select pg_backend_pid()").getSingleResult()).intValue();
            for (int i = 0; i < WARM_UP + DOSSIERS; i++) {
                long person = 10_000_000L + random.nextInt(persons / 3) * 3L;
                em.clear();
                if (i == WARM_UP) {
                    processor[0] = -ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000;
                    processor[1] = -ticks(backend);
                }
                long start = System.nanoTime();
                ledger.boundary(em, Dossiers.class, Ledger.professional(person)).mine(null);
                if (i >= WARM_UP) {
                    micros.add((System.nanoTime() - start) / 1_000);
                }
            }
            processor[0] += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000;
            processor[1] += ticks(backend);
        });
        System.out.printf(
                "one dossier, processor: %.1f ms of ours, %.1f ms of the database%n",
                processor[0] / 1e3 / DOSSIERS, processor[1] * 10.0 / DOSSIERS);
        Collections.sort(micros);
        System.out.printf(
                "one dossier: p50 %.1f ms, p95 %.1f ms, slowest %.1f ms%n",
                micros.get(micros.size() / 2) / 1e3,
                micros.get(micros.size() * 95 / 100) / 1e3,
                micros.get(micros.size() - 1) / 1e3);
    }

    /** Hundredths of a second that a process of the database has worked. */
    private static long ticks(int process) {
        try {
            String[] words =
                    Files.readString(Path.of("/proc/" + process + "/stat")).split(" ");
            return Long.parseLong(words[13]) + Long.parseLong(words[14]);
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    private interface Work {
        long done() throws Exception;
    }

    private static void timed(String what, Work work) throws Exception {
        long start = System.nanoTime();
        long done = work.done();
        System.out.printf("%s: %,d in %.1f s%n", what, done, (System.nanoTime() - start) / 1e9);
    }
}
