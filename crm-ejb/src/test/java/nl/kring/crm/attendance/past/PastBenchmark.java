package nl.kring.crm.attendance.past;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.kring.crm.attendance.credit.Ledger;

/**
 * How long taking over the past lasts: a file with that many participations of thirty in each edition, of persons of whom half are known by
 * number and half by birth date and name, among a register of that many persons; rehearsed, applied, brought once more, taken back.
 * Arguments: rows, persons in the register.
 */
public final class PastBenchmark {

    private static final int IN_THE_ROOM = 30;

    private PastBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int persons = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 170_000;
        load();
        try (Ledger ledger = new Ledger()) {
            ledger.database.asOwner("""
                    insert into crm.person (id, uuid, display_name, sort_name, birth_name, initials, birth_date, profession, big, created_at)
                    select 10000000 + g, gen_random_uuid(), 'Naam' || g, 'Naam' || g, 'Naam' || g, 'A.', date '1950-01-01' + g %% 16000, 'GP',
                           case when g %% 2 = 0 then '1' || lpad(g::text, 10, '0') end, now()
                      from generate_series(0, %d - 1) g;
                    analyze crm.person""".formatted(persons));
            Archive archive = new Archive(ledger);
            String[] lines = Stream.concat(
                            Stream.of("Uitvoeringsnummer;Cursus;Datum;Naam;BIG;Geboortedatum;Aanwezig;Punten GAIA"),
                            IntStream.range(0, rows).mapToObj(row -> line(row, persons)))
                    .toArray(String[]::new);
            UUID[] file = new UUID[2];
            timed("kept", () -> file[0] = archive.file(PastKind.PARTICIPATION, lines));
            timed("rehearsed", () -> archive.rehearse(file[0]));
            timed("applied", () -> archive.apply(file[0]));
            System.out.println(archive.counts(file[0]));
            ledger.database.asOwner("analyze");
            timed("the same file again, kept, rehearsed and applied", () -> {
                file[1] = archive.applied(PastKind.PARTICIPATION, lines);
            });
            System.out.println(archive.counts(file[1]));
            timed("taken back", () -> archive.revert(file[0]));
            System.out.println(archive.counts(file[0]));
        }
        load();
    }

    private static String line(int row, int persons) {
        int edition = row / IN_THE_ROOM;
        int person = (int) ((row * 7L) % Math.min(persons, 20_000));
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(person % 16_000);
        return "U%d;Cursus %d;%s;Naam%d, A.;%s;%s;ja;%d"
                .formatted(
                        edition,
                        edition % 300,
                        LocalDate.of(2021, 1, 4).plusDays(edition % 2_100),
                        person,
                        person % 2 == 0 ? "1" + "%010d".formatted(person) : "",
                        born,
                        1 + edition % 4);
    }

    private static void timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    private static void load() {
        System.out.println(
                "load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
