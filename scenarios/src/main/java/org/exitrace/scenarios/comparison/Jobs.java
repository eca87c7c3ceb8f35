package org.exitrace.scenarios.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pieces of work of their own, done in several threads. */
final class Jobs {

    private Jobs() {
    }

    /**
     * What each of {@code jobs} gives, in their order.
     *
     * @throws RuntimeException as the first job throws it that fails
     */
    static <T> List<T> in(int threads, List<Callable<T>> jobs) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "comparison");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(jobs)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failed.getCause();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the comparison's thread was interrupted", asked);
        } finally {
            pool.shutdownNow();
        }
    }
}
