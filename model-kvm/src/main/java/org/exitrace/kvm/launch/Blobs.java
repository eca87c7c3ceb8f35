package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.spec.Errno;

/** Buffers into which the firmware's answer goes, by their length. */
final class Blobs {

    /** The length is 0: the firmware is asked how much it takes, and refuses. */
    static final String QUERY = "query";
    private static final String TOO_LONG = "too-long";

    private Blobs() {
    }

    static Parameter length() {
        return Parameter.word("length", List.of("enough", QUERY, TOO_LONG),
                "the length of the buffer: enough; 0 to be told it; more than 16 KiB")
                .usually("enough");
    }

    static boolean isQuery(SevCall call) {
        return call.arguments().word("length").equals(QUERY);
    }

    /** What is looked at before memory of that length is taken. */
    static Checks checks(Checks before, SevCall call) {
        return before
                .refuseGiven(call.arguments().word("length").equals(TOO_LONG), "length",
                        Errno.EINVAL, "the buffer is longer than 16 KiB", thread -> true)
                .refuseGiven(call.is(UserMemory.NO_MEMORY) && !isQuery(call), "memory",
                        Errno.ENOMEM, "there is no memory for the answer", thread -> true);
    }
}
