package org.exitrace.kvm.conformance;

import java.util.Arrays;
import java.util.List;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.psp.conformance.TableLine;

/**
 * One claim about a kernel's interface: what it gives in which state of which kernels.
 *
 * @param id {@code <IOCTL>/<check>}, or {@code <IOCTL>/success}; {@code :<what>} may follow
 * @param kernels the kernels of which it is claimed
 * @param machine what differs from the table's usual machine; {@code -} for nothing
 * @param given what is done before
 * @param asks what is asked
 * @param gives what must be given
 * @param source where that was read
 * @param at the row's line
 */
public record KernelRow(String id, List<KernelProfile> kernels, String machine, String given,
        String asks, String gives, String source, TableLine at) {

    /** Reads a line of the columns that every table of a kernel has. */
    static KernelRow of(TableLine line) {
        KernelRange kernels = KernelRange.of(line.column(1)).orElseThrow(() -> line.wrong("'"
                + line.column(1) + "' tells no kernels; write all, or one or two with .. between"
                + " of " + Arrays.stream(KernelProfile.values()).map(KernelProfile::label)
                        .toList()));
        if (line.column(0).indexOf('/') < 1) {
            throw line.wrong("'" + line.column(0) + "' is no id; write <IOCTL>/<check> or"
                    + " <IOCTL>/success");
        }
        return new KernelRow(line.column(0), kernels.all(), line.column(2), line.column(3),
                line.column(4), line.column(5), line.column(6), line);
    }

    /** What is asked and the check, without what tells rows of one check apart. */
    public String claim() {
        return id.split(":", 2)[0];
    }

    /** The check alone. */
    String check() {
        return claim().substring(claim().indexOf('/') + 1);
    }

    /** Its table's file and its line. */
    public String place() {
        return at.file() + ":" + at.line();
    }
}
