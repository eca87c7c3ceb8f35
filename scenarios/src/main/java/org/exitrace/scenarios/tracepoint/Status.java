package org.exitrace.scenarios.tracepoint;

import java.util.Arrays;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.vtl.spec.HvStatus;

/** What a hypercall's answer is as {@code kvm_hv_hypercall_done} has it. */
final class Status {

    private static final int REPS_BIT = 32;

    private Status() {
    }

    /**
     * RAX behind a hypercall.
     *
     * @param result as models name it: a status, or what was read where it is SUCCESS
     * @param reps how many elements the call had; those of one that fails are taken as none
     * @return a dash where there is no answer
     */
    static String of(String result, String reps) {
        if (result.isEmpty() || result.equals(ResultCell.NONE) || result.startsWith("#")) {
            return ResultCell.NONE;
        }
        long status = Arrays.stream(HvStatus.values())
                .filter(each -> each.name().equals(result)).mapToLong(HvStatus::code).findFirst()
                .orElse(0);
        return Long.toString(status == 0 ? Long.parseLong(reps) << REPS_BIT : status);
    }
}
