package nl.kring.crm.intake;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long whole imports last: reading, checking, matching, writing and deriving, register after register, and the memory. */
public final class ImportBenchmark {

    private ImportBenchmark() {}

    public static void main(String[] folders) throws Exception {
        for (String folder : folders) {
            IntakeFixture.reset();
            int all = 0;
            double seconds = 0;
            for (Map.Entry<String, Path> register : files(Path.of(folder)).entrySet()) {
                byte[] content = Files.readAllBytes(register.getValue());
                for (String how : List.of("first", "again")) {
                    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
                    long begun = System.nanoTime();
                    ImportRun run = IntakeFixture.bringIn(register.getKey(), content, ImportMode.AUTO);
                    double took = (System.nanoTime() - begun) / 1e9;
                    System.out.printf(
                            "%s %s %s: %d rows, %d refused, %d new, %d linked, %d merged, %.1f s, %.0f rows/s, peak heap %d MB, load %.1f%n",
                            register.getKey(),
                            how,
                            run.getState(),
                            run.getRowsRead(),
                            run.getRowsInvalid(),
                            run.getCreated(),
                            run.getLinkedAutomatically(),
                            run.getMerged(),
                            took,
                            run.getRowsRead() / took,
                            pools().stream()
                                            .mapToLong(
                                                    pool -> pool.getPeakUsage().getUsed())
                                            .sum()
                                    >> 20,
                            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                    if (how.equals("first")) {
                        all += run.getRowsRead();
                        seconds += took;
                    }
                }
            }
            System.out.printf("%s: %d rows in %.1f s%n", folder, all, seconds);
        }
        System.exit(0);
    }

    private static Map<String, Path> files(Path folder) throws Exception {
        Map<String, Path> files = new TreeMap<>();
        try (var all = Files.list(folder)) {
            all.filter(file -> file.toString().matches(".*\\.(csv|xlsx)"))
                    .forEach(file -> files.put(file.getFileName().toString().split("_")[0], file));
        }
        return files;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
