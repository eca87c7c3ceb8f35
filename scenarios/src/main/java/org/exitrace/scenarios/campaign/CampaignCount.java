package org.exitrace.scenarios.campaign;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.exitrace.engine.run.RunResult;

/** Counts the runs of all threads, and tells a listener that need not know of threads. */
final class CampaignCount {

    private final long wanted;
    private final Consumer<CampaignProgress> listener;
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final ReentrantLock telling = new ReentrantLock();

    CampaignCount(long wanted, Consumer<CampaignProgress> listener) {
        this.wanted = wanted;
        this.listener = listener;
    }

    /** Another run was made. While another thread tells the listener, nobody waits for it. */
    void ran(RunResult result) {
        steps.addAndGet(result.steps());
        if (!result.isClean()) {
            failures.incrementAndGet();
        }
        runs.incrementAndGet();
        if (telling.tryLock()) {
            try {
                listener.accept(new CampaignProgress(
                        runs.get(), wanted, steps.get(), failures.get()));
            } finally {
                telling.unlock();
            }
        }
    }
}
