package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.kring.crm.registry.provenance.SourceRecords;

/** How long it takes to match somebody who is typed in against a whole register; takes a folder with registers. */
public final class LookalikesBenchmark {

    private LookalikesBenchmark() {}

    public static void main(String[] folders) throws Exception {
        IntakeFixture.reset();
        try (Stream<Path> files = Files.list(Path.of(folders[0], "sources"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                IntakeFixture.bringIn(name.substring(0, name.indexOf('_')), Files.readAllBytes(file), ImportMode.AUTO);
            }
        }
        IntakeFixture.rows("select count(*) from crm.source_record").forEach(System.out::println);
        List<String> typed = IntakeFixture.rows("""
                select birth_name, coalesce(initials, ''), coalesce(to_char(birth_date, 'DD-MM-YYYY'), ''), coalesce(email, '')
                  from crm.source_record where birth_name is not null order by md5(source_key) limit 3000""");
        double[] took = new double[typed.size()];
        int found = 0;
        for (int at = 0; at < typed.size(); at++) {
            String[] values = typed.get(at).split("\\|", -1);
            Map<String, String> form = new HashMap<>();
            form.put("birthName", values[0]);
            form.put("initials", values[1]);
            form.put("birthDate", at % 2 == 0 ? values[2] : "");
            form.put("email", at % 3 == 0 ? values[3] : "");
            long began = System.nanoTime();
            found += IntakeFixture.inTransaction(em -> wired(
                                            new Lookalikes(), em, IntakeFixture.TODAY, wired(new SourceRecords(), em))
                                    .find(new Newcomer(form)))
                            .isEmpty()
                    ? 0
                    : 1;
            took[at] = (System.nanoTime() - began) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(took, typed.size() / 3, typed.size());
        Arrays.sort(warm);
        System.out.printf(
                "of %d found somebody %d; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                typed.size(), found, warm[warm.length / 2], warm[warm.length * 95 / 100], warm[warm.length * 99 / 100]);
        System.exit(0);
    }
}
