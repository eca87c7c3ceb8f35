package org.exitrace.traces.read;

import java.nio.charset.StandardCharsets;

/** Files that people take for traces, by how they begin. */
enum FileKind {
    TRACE_DAT("\u0017\bDtracing", "the binary file of trace-cmd; print it as text first:"
            + " trace-cmd report -i FILE > trace.txt"),
    PERF_DATA("PERFILE2", "the binary file of perf; print it as text first:"
            + " perf script -i FILE > trace.txt"),
    GZIP("\u001f\u008b", "compressed; unpack it on the way:"
            + " zcat FILE | ./exitrace trace stat -"),
    XZ("\u00fd7zXZ", "compressed; unpack it on the way: xzcat FILE | ./exitrace trace stat -"),
    ZSTD("\u0028\u00b5\u002f\u00fd", "compressed; unpack it on the way:"
            + " zstdcat FILE | ./exitrace trace stat -");

    private final byte[] start;
    private final String remedy;

    FileKind(String start, String remedy) {
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
        this.remedy = remedy;
    }

    /** Refuses a file that begins like one of these. */
    static void refuse(byte[] bytes, int from, int to) {
        for (FileKind kind : values()) {
            if (kind.begins(bytes, from, to)) {
                throw new UnusableTraceException("this is no text but " + kind.remedy);
            }
        }
    }

    private boolean begins(byte[] bytes, int from, int to) {
        if (to - from < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
