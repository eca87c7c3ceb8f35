package org.exitrace.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes on their way out; remembers why they did not arrive, which a print stream does not. */
final class Delivery extends FilterOutputStream {

    private static final String NOBODY_READS = "Broken pipe";

    private String loss = "";

    Delivery(OutputStream target) {
        super(target);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException failure) {
            loss = String.valueOf(failure.getMessage());
            throw failure;
        }
    }

    /** Why bytes were lost; empty where none were, or the reader had seen enough, as head has. */
    String loss() {
        return loss.equals(NOBODY_READS) ? "" : loss;
    }
}
