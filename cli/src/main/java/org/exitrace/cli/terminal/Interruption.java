package org.exitrace.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether somebody asked the process to stop. It then has some time to say what it knows.
 *
 * <p>The JVM answers Ctrl-C by running its shutdown hooks, and ends when they have ended, with
 * status 130. So the hook asks the work to stop and waits until it has.
 */
public final class Interruption implements BooleanSupplier {

    private static final long MOST_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean asked;

    private Interruption() {
    }

    /** Listens to the signals that end this process. */
    public static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
        return interruption;
    }

    private void stop() {
        asked = true;
        try {
            finished.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether to stop. */
    @Override
    public boolean getAsBoolean() {
        return asked;
    }

    /** The work is done and everything is said. */
    public void finished() {
        finished.countDown();
    }
}
