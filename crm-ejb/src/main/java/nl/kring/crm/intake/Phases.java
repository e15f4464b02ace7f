package nl.kring.crm.intake;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How long each step of a run takes, for the log. */
final class Phases {

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    <T> T time(String phase, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.merge(phase, System.nanoTime() - begun, Long::sum);
        }
    }

    void time(String phase, Runnable work) {
        time(phase, () -> {
            work.run();
            return null;
        });
    }

    @Override
    public String toString() {
        return nanos.entrySet().stream()
                .map(phase -> String.format(
                        Locale.ROOT,
                        "%s %.3f s",
                        phase.getKey(),
                        phase.getValue() / (double) TimeUnit.SECONDS.toNanos(1)))
                .collect(Collectors.joining(", "));
    }
}
