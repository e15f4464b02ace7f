package nl.kring.crm.whole;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does many small things, a few at a time: whoever asks a server waits for it most of the time. */
final class Crowd {

    private static final int SIZE = 3;

    private Crowd() {}

    /** Returns when all is done; what one of them fails with is thrown. */
    static <T> void each(Collection<T> things, Consumer<T> what) {
        ExecutorService crowd = Executors.newFixedThreadPool(SIZE);
        try {
            List<Future<?>> started = new ArrayList<>();
            things.forEach(thing -> started.add(crowd.submit(() -> what.accept(thing))));
            for (Future<?> each : started) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            crowd.shutdownNow();
        }
    }
}
