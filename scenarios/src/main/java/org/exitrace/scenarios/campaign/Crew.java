package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Threads that make the blocks of a campaign, each with a worker of its own. The calling thread is
 * one of them, so that a crew of one starts no thread.
 *
 * @param <T> the kind of tally
 */
final class Crew<T extends Tally<T>> {

    private final Blocks<T> blocks;
    private final Supplier<Block.Worker<T>> workers;

    /** Makes {@code blocks}; {@code workers} is asked once by each thread. */
    Crew(Blocks<T> blocks, Supplier<Block.Worker<T>> workers) {
        this.blocks = blocks;
        this.workers = workers;
    }

    /**
     * Makes the blocks in at most so many threads, and tells what they showed together.
     *
     * @throws RuntimeException as the first run that cannot be made throws it
     */
    T go(int threads) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, blocks.count()); i++) {
            Thread other = new Thread(this::work, "campaign-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        work();
        join(others);
        return blocks.sum();
    }

    private void work() {
        Block.Worker<T> worker = null;
        Optional<Block> block = blocks.take();
        while (block.isPresent()) {
            try {
                worker = worker == null ? workers.get() : worker;
                blocks.put(block.get(), worker.make(block.get()));
            } catch (RuntimeException | Error thrown) {
                blocks.fail(block.get(), thrown);
            }
            block = blocks.take();
        }
    }

    private void join(List<Thread> others) {
        boolean interrupted = false;
        for (Thread other : others) {
            while (other.isAlive()) {
                try {
                    other.join();
                } catch (InterruptedException asked) {
                    interrupted = true;
                    blocks.stop();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
