package org.exitrace.traces.read;

/** A file that is no trace of KVM on x86; the message says what it is and what to do. */
public final class UnusableTraceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With that sentence. */
    public UnusableTraceException(String sentence) {
        super(sentence);
    }
}
