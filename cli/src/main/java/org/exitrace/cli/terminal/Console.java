package org.exitrace.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The two streams that people and programs read: answers on one, all else on the other. */
public final class Console {

    private static final String LINE_START = "\r\u001B[2K";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Delivery delivery;
    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private boolean progressShown;

    /** Writes to these streams, as {@code terminal} can show it. */
    public Console(OutputStream out, OutputStream err, Terminal terminal) {
        this.delivery = new Delivery(out);
        this.out = stream(delivery);
        this.err = stream(err);
        this.terminal = terminal;
    }

    /** The streams of this process; UTF-8 whatever the locale, so that output is the same. */
    public static Console ofProcess() {
        return new Console(new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err), Terminal.ofProcess(System.getenv()));
    }

    private static PrintStream stream(OutputStream target) {
        return new PrintStream(new BufferedOutputStream(target, BUFFER_BYTES),
                false, StandardCharsets.UTF_8);
    }

    /** Why an answer did not arrive whole; empty where it did, or its reader had seen enough. */
    public String loss() {
        return delivery.loss();
    }

    /** What the streams lead to. */
    public Terminal terminal() {
        return terminal;
    }

    /** Writes {@code text} to standard output as it is. */
    public void answer(String text) {
        endProgress();
        out.print(text);
        out.flush();
    }

    /** Writes {@code text} to standard output, verdicts in colour where that shows. */
    public void show(String text) {
        answer(terminal.outputColours() ? Paint.verdicts(text) : text);
    }

    /** Writes a line to standard error. */
    public void complain(String line) {
        endProgress();
        err.print(line + "\n");
        err.flush();
    }

    /** Writes over the last line of progress; nothing where that would leave a trail. */
    public void progress(String line) {
        if (terminal.errorMoves()) {
            err.print(LINE_START + line);
            err.flush();
            progressShown = true;
        }
    }

    /** Removes the line of progress. */
    public void endProgress() {
        if (progressShown) {
            err.print(LINE_START);
            err.flush();
            progressShown = false;
        }
    }
}
