package nl.kring.crm.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.kring.crm.database.CrmDatabase;
import org.postgresql.PGConnection;

/**
 * How long whole imports last, register after register, each with its phases; then the same files again; and what the bare
 * database needs to take in the same rows. Arguments: {@code -rehearse} for what writes no row, and folders with the files of registers, named by the register's code and an
 * underscore. A register in several files is taken for as many registers.
 */
public final class ImportBenchmark {

    private static final String REHEARSE = "-rehearse";
    private static final Pattern PHASE = Pattern.compile("([a-z]+) ([0-9.]+) s");
    private static final String COLUMNS =
            "run_id, row_number, source_key, content_hash, raw, birth_name, birth_prefix, partner_name, partner_prefix,"
                    + " name_usage, initials, given_name, gender, birth_date, profession, big, agb, practice_name, practice_agb,"
                    + " street, house_number, house_suffix, postcode, place, phone, mobile, email, valid_from, valid_to, role";

    private record File(String register, byte[] content) {}

    private final Map<String, Double> phases = new HashMap<>();
    private final long postmaster;
    private final ImportMode mode;

    private ImportBenchmark(ImportMode mode) throws SQLException, IOException {
        this.mode = mode;
        try (Connection owner = IntakeFixture.connect();
                Statement statement = owner.createStatement();
                ResultSet process = statement.executeQuery("select pg_backend_pid()")) {
            process.next();
            postmaster = Long.parseLong(stat(process.getLong(1))[1]);
        }
    }

    public static void main(String[] folders) throws Exception {
        Logger.getLogger("nl.kring.crm").setUseParentHandlers(false);
        Logger.getLogger("org.hibernate").setLevel(Level.OFF);
        boolean rehearsing = folders.length > 0 && folders[0].equals(REHEARSE);
        for (String folder : List.of(folders).subList(rehearsing ? 1 : 0, folders.length)) {
            try (CrmDatabase database = CrmDatabase.temporary("shared_buffers", "1GB")) {
                IntakeFixture.on(database);
                new ImportBenchmark(rehearsing ? ImportMode.REHEARSE : ImportMode.AUTO).measure(Path.of(folder));
            }
        }
        System.exit(0);
    }

    private void measure(Path folder) throws Exception {
        Logger.getLogger(ImportWork.class.getName()).addHandler(new Phased());
        List<File> files = files(Files.isDirectory(folder.resolve("sources")) ? folder.resolve("sources") : folder);
        System.out.printf("%s, load %.1f%n", folder, load());
        double first = all(mode == ImportMode.AUTO ? "first" : "rehearsed", files);
        if (mode == ImportMode.REHEARSE) {
            return;
        }
        double again = all("again", files);
        double limit = limit();
        int rows = Integer.parseInt(
                IntakeFixture.rows("select count(*) from crm.source_record").get(0));
        System.out.printf(
                Locale.ROOT,
                "again is %.1f x faster; bare COPY of %d rows %.2f s (%.0f rows/s): first is %.0f x that; load %.1f%n",
                first / again,
                rows,
                limit,
                rows / limit,
                first / limit,
                load());
    }

    private double all(String how, List<File> files) throws Exception {
        Map<String, Double> sum = new HashMap<>();
        double seconds = 0;
        double java = 0;
        double database = 0;
        int rows = 0;
        for (File file : files) {
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            phases.clear();
            long begun = System.nanoTime();
            double javaBefore = java();
            double databaseBefore = database();
            ImportRun run = IntakeFixture.bringIn(file.register(), file.content(), mode);
            double took = (System.nanoTime() - begun) / 1e9;
            double javaTook = java() - javaBefore;
            double databaseTook = database() - databaseBefore;
            print(
                    "%s %s %s: %d rows, %d refused, %d new, %d linked, %d asked, %d merged, %d unchanged",
                    how,
                    file.register(),
                    run.getState(),
                    run.getRowsRead(),
                    run.getRowsInvalid(),
                    run.getCreated(),
                    run.getLinkedAutomatically(),
                    run.getQueuedForReview(),
                    run.getMerged(),
                    run.getRowsUnchanged());
            line("   ", run.getRowsRead(), took, javaTook, databaseTook, phases);
            phases.forEach((phase, time) -> sum.merge(phase, time, Double::sum));
            seconds += took;
            java += javaTook;
            database += databaseTook;
            rows += run.getRowsRead();
        }
        line(how + " all: " + rows + " rows", rows, seconds, java, database, sum);
        return seconds;
    }

    private static void line(
            String what, int rows, double seconds, double java, double database, Map<String, Double> phases) {
        List<String> told = new ArrayList<>();
        phases.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(phase -> told.add(String.format(Locale.ROOT, "%s %.2f", phase.getKey(), phase.getValue())));
        print(
                "%s %.2f s, %.0f rows/s, processor java %.2f s database %.2f s, put down %.0f rows/s, read and put down %.0f rows/s, peak heap %d MB [%s]",
                what,
                seconds,
                rows / seconds,
                java,
                database,
                rows / phases.getOrDefault("put", 0.0),
                rows / phases.getOrDefault("read", 0.0),
                pools().stream()
                                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                .sum()
                        >> 20,
                String.join(", ", told));
    }

    private static void print(String format, Object... parts) {
        System.out.printf(Locale.ROOT, format + "%n", parts);
    }

    /** The same rows into a bare table. */
    private static double limit() throws SQLException, IOException {
        try (Connection owner = IntakeFixture.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "create unlogged table crm.bare as select " + COLUMNS + " from crm.source_record with no data");
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + COLUMNS + " from crm.source_record) to stdout", rows);
            long begun = System.nanoTime();
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy crm.bare from stdin", new ByteArrayInputStream(rows.toByteArray()));
            double took = (System.nanoTime() - begun) / 1e9;
            statement.execute("drop table crm.bare");
            return took;
        }
    }

    private static List<File> files(Path folder) throws Exception {
        List<File> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(each -> each.toString().matches(".*\\.(csv|xlsx)"))
                    .sorted()
                    .toList()) {
                String code = file.getFileName().toString().split("_")[0];
                String register = code;
                for (int other = 2; taken(files, register); other++) {
                    register = code + other;
                }
                if (!register.equals(code)) {
                    copy(code, register);
                }
                files.add(new File(register, Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static boolean taken(List<File> files, String register) {
        return files.stream().anyMatch(file -> file.register().equals(register));
    }

    private static void copy(String code, String as) throws Exception {
        RegisterDefinition like = ShippedRegisters.definitions().stream()
                .filter(definition -> definition.code().equals(code))
                .findFirst()
                .orElseThrow();
        IntakeFixture.create(new RegisterDefinition(
                as,
                as,
                like.organisation(),
                like.sourceRank(),
                like.sheet(),
                like.headerRow(),
                like.separator(),
                like.encoding(),
                like.key(),
                like.columns()));
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double java() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /** Of the database, and of all its processes that there were and are. */
    private double database() throws IOException {
        long ticks = 0;
        String[] own = stat(postmaster);
        for (int at = 11; at <= 14; at++) {
            ticks += Long.parseLong(own[at]);
        }
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(each -> each.getFileName().toString().matches("\\d+"))
                    .toList()) {
                try {
                    String[] told = stat(Long.parseLong(process.getFileName().toString()));
                    if (told[1].equals(String.valueOf(postmaster))) {
                        ticks += Long.parseLong(told[11]) + Long.parseLong(told[12]);
                    }
                } catch (IOException gone) {
                    continue;
                }
            }
        }
        return ticks / 100.0;
    }

    /** What the system tells of a process, from its state on. */
    private static String[] stat(long process) throws IOException {
        String told = Files.readString(Path.of("/proc/" + process + "/stat"));
        return told.substring(told.lastIndexOf(')') + 2).split(" ");
    }

    private final class Phased extends Handler {

        @Override
        public void publish(LogRecord record) {
            Matcher phase = PHASE.matcher(record.getMessage());
            while (phase.find()) {
                phases.merge(phase.group(1), Double.valueOf(phase.group(2)), Double::sum);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
