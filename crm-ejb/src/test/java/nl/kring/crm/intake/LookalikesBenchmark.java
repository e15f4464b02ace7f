package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Model;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.registry.GeneratedRegister;
import nl.kring.crm.registry.Timings;
import nl.kring.crm.registry.provenance.SourceRecords;
import org.hibernate.Session;

/**
 * How long it takes to match somebody who is typed in against a whole register. Takes a folder with registers, or how many
 * persons to make up.
 */
public final class LookalikesBenchmark {

    private static final int ASKED = 3000;

    private LookalikesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].matches("\\d+")) {
            try (CrmDatabase database = CrmDatabase.temporary("shared_buffers", "1GB")) {
                fill(database, Integer.parseInt(arguments[0]));
                measure(database.asApplication());
            }
        } else {
            IntakeFixture.reset();
            try (Stream<Path> files = Files.list(Path.of(arguments[0], "sources"))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    IntakeFixture.bringIn(
                            name.substring(0, name.indexOf('_')), Files.readAllBytes(file), ImportMode.AUTO);
                }
            }
            measure(IntakeFixture.application());
        }
        System.exit(0);
    }

    /** Persons of one register, and how common their values are as an import keeps it. */
    private static void fill(CrmDatabase database, int persons) throws SQLException {
        Migrations.migrate(database.asOwner());
        new GeneratedRegister(database).growTo(persons);
        IntakeFixture.attach(database.asApplication());
        IntakeFixture.inTransaction(em -> {
            SourceRecords records = wired(new SourceRecords(), em);
            List<Claim> all = records.known().stream().map(Claims::of).toList();
            var shares =
                    new Matching(Model.SHIPPED).place(all, List.of(), List.of()).shares();
            em.unwrap(Session.class).doWork(connection -> new ShareTable(connection).write(shares));
            return null;
        });
        try (Connection connection = database.asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze crm.match_share");
        }
    }

    private static void measure(DataSource register) throws SQLException {
        List<String[]> typed = new ArrayList<>();
        try (Connection connection = register.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select birth_name, initials, to_char(birth_date, 'DD-MM-YYYY'), email, big, practice_name, given_name
                          from crm.source_record where birth_name is not null order by md5(source_key) limit %d""".formatted(ASKED))) {
            while (rows.next()) {
                String[] values = new String[7];
                for (int at = 0; at < values.length; at++) {
                    values[at] = rows.getString(at + 1) == null ? "" : rows.getString(at + 1);
                }
                typed.add(values);
            }
        }
        // one connection, as a pool keeps it
        IntakeFixture.inTransaction(em -> {
            Lookalikes lookalikes = wired(new Lookalikes(), em, IntakeFixture.TODAY, wired(new SourceRecords(), em));
            long process =
                    ((Number) em.createNativeQuery("select pg_backend_pid()").getSingleResult()).longValue();
            int somebody = 0;
            Timings cold = new Timings();
            Timings warm = new Timings();
            for (int at = 0; at < typed.size(); at++) {
                Newcomer newcomer = newcomer(typed.get(at), at);
                boolean[] found = {false};
                try {
                    (at < typed.size() / 3 ? cold : warm)
                            .request(() -> found[0] = !lookalikes.find(newcomer).isEmpty(), process);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                somebody += found[0] ? 1 : 0;
            }
            System.out.printf(
                    "of %d found somebody %d; time p50 %.1f, p95 %.1f, p99 %.1f ms; processor p50 %.1f, p95 %.1f, p99 %.1f ms%n",
                    typed.size(),
                    somebody,
                    warm.time(0.5),
                    warm.time(0.95),
                    warm.time(0.99),
                    warm.cpu(0.5),
                    warm.cpu(0.95),
                    warm.cpu(0.99));
            return null;
        });
    }

    /** As far as a form is when somebody stops to think: the name at least, and one after the other of the rest. */
    private static Newcomer newcomer(String[] values, int at) {
        Map<String, String> form = new HashMap<>();
        form.put("birthName", at % 5 == 0 ? values[0].substring(0, 2) + values[0].substring(3) : values[0]);
        form.put("initials", values[1]);
        form.put("birthDate", at % 2 == 0 ? values[2] : "");
        form.put("email", at % 3 == 0 ? values[3] : "");
        form.put("big", at % 4 == 0 ? values[4] : "");
        form.put("workplace", at % 3 == 1 ? values[5] : "");
        form.put("givenName", at % 4 == 1 ? values[6] : "");
        return new Newcomer(form);
    }
}
