package nl.kring.crm.registry;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * How long requests took and how much processor time, in milliseconds: of the asking thread and of the one process of the
 * database that answers it, without the workers that the database may ask to help. Unlike time, processor time hardly
 * depends on what else the machine does. Not a number where the system does not tell.
 */
public final class Timings {

    private final List<Double> times = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    public void request(Callable<?> work, long database) throws Exception {
        double used = used(database);
        long began = System.nanoTime();
        work.call();
        times.add((System.nanoTime() - began) / 1e6);
        cpu.add(used(database) - used);
    }

    void addAll(Timings others) {
        times.addAll(others.times);
        cpu.addAll(others.cpu);
    }

    public double time(double share) {
        return at(times, share);
    }

    public double cpu(double share) {
        return at(cpu, share);
    }

    public double cpu() {
        return cpu.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    static double at(List<Double> times, double share) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - (share > 0 ? 1 : 0)));
    }

    private static double used(long database) {
        try {
            String told = Files.readString(Path.of("/proc/" + database + "/schedstat"));
            return (Long.parseLong(told.split(" ")[0])
                            + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                    / 1e6;
        } catch (IOException unknown) {
            return Double.NaN;
        }
    }
}
