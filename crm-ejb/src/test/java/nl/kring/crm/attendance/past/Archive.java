package nl.kring.crm.attendance.past;

import static nl.kring.crm.database.Wired.made;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.security.CurrentUser;

/** Files of the past, handed over and worked through as a job would. */
final class Archive {

    private final Ledger ledger;

    Archive(Ledger ledger) {
        this.ledger = ledger;
    }

    private static final class Quiet implements JobProgress {
        @Override
        public void at(int done, int total) {
            // nobody looks
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    /** Rows as texts with semicolons, the headers first. */
    UUID file(PastKind kind, String... lines) {
        return file(ledger.staff("NOORD"), kind, lines);
    }

    UUID file(CurrentUser staff, PastKind kind, String... lines) {
        List<PastCellRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            rows.add(new PastCellRow(i + 1, Arrays.asList(lines[i].split(";", -1))));
        }
        return ledger.with(
                PastImports.class,
                staff,
                imports -> imports.begin(kind, "oud.csv", Arrays.asList(lines[0].split(";", -1)), rows));
    }

    UUID rehearsed(PastKind kind, String... lines) {
        UUID file = file(kind, lines);
        rehearse(file);
        return file;
    }

    UUID applied(PastKind kind, String... lines) {
        UUID file = rehearsed(kind, lines);
        apply(file);
        return file;
    }

    void rehearse(UUID file) {
        doing(imports -> imports.rehearse(file, imports.find(file).getFields()));
        work(file);
    }

    void apply(UUID file) {
        doing(imports -> imports.apply(file));
        work(file);
    }

    void revert(UUID file) {
        doing(imports -> imports.revert(file));
        work(file);
    }

    private void doing(java.util.function.Consumer<PastImports> what) {
        ledger.with(PastImports.class, ledger.staff("NOORD"), imports -> {
            what.accept(imports);
            return null;
        });
    }

    private void work(UUID file) {
        ledger.database.change(
                em -> made(PastJob.class, em, Ledger.AFTERWARDS, nobody()).run(file, new Quiet()));
    }

    /** A job has no caller. */
    private static CurrentUser nobody() {
        return nl.kring.crm.agenda.AgendaDatabase.visitor();
    }

    List<PastOutcome> outcomes(UUID file) {
        return lines(file).stream().map(PastLine::outcome).toList();
    }

    List<PastLine> lines(UUID file) {
        return ledger.with(
                PastImports.class,
                ledger.staff("NOORD"),
                imports -> imports.lines(file, List.of(PastOutcome.values()), 0, 100));
    }

    PastCounts counts(UUID file) {
        return ledger.with(PastImports.class, ledger.staff("NOORD"), imports -> imports.counts(file));
    }

    List<PastDoubt> doubts(UUID file) {
        return ledger.with(PastImports.class, ledger.staff("NOORD"), imports -> imports.doubts(file));
    }

    void decide(UUID doubt, UUID person) {
        doing(imports -> imports.decide(doubt, person));
    }
}
