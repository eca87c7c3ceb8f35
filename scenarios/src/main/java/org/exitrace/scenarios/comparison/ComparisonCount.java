package org.exitrace.scenarios.comparison;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Counts what all threads do, and tells a listener that need not know of threads. */
final class ComparisonCount {

    private final int all;
    private final Consumer<ComparisonProgress> listener;
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicLong states = new AtomicLong();
    private final ReentrantLock telling = new ReentrantLock();

    ComparisonCount(int all, Consumer<ComparisonProgress> listener) {
        this.all = all;
        this.listener = listener;
    }

    /** So many further states were found. */
    void found(long more) {
        states.addAndGet(more);
        tell();
    }

    /** A search or a measurement is over. */
    void ended() {
        ended.incrementAndGet();
        tell();
    }

    /** Tells how far it is; while another thread does, nobody waits for it. */
    void tell() {
        if (telling.tryLock()) {
            try {
                listener.accept(new ComparisonProgress(ended.get(), all, states.get()));
            } finally {
                telling.unlock();
            }
        }
    }
}
