package org.exitrace.vtl.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.psp.conformance.TableLine;
import org.exitrace.vtl.hypercall.Checks;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.ListOutcome;
import org.exitrace.vtl.hypercall.RegisterAccess;
import org.exitrace.vtl.hypercall.RegisterWrite;
import org.exitrace.vtl.hypercall.VpRegisters;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.HvStatus;

/**
 * Registers that a row reads or writes: {@code register=VSM_VINA}, {@code +1} behind the name for
 * one that follows, a number for one that has no name here, commas between several. Of a write,
 * {@code value}; with {@code each-bit=16..63} it is done once for each of these bits, which is
 * set besides, and all must be answered alike.
 */
final class RowRegisters {

    private final TableLine at;
    private final RowWords words;

    RowRegisters(TableLine at, RowWords words) {
        this.at = at;
        this.words = words;
    }

    RowAnswer decide(RowCaller caller, boolean isWrite) {
        words.onlyKnown("partition", "vp", "vtl", "byte", "register", "value", "each-bit",
                "start");
        if (!words.has("each-bit")) {
            return decide(caller, isWrite, words.number("value", 0));
        }
        String[] range = words.text("each-bit").orElseThrow().split("\\.\\.");
        RowAnswer all = null;
        for (long bit = words.number(range[0]); bit <= words.number(range[range.length - 1]);
                bit++) {
            RowAnswer one = status(decide(caller, isWrite, words.number("value", 0) | 1L << bit));
            if (all != null && !all.equals(one)) {
                return new RowAnswer("bit " + bit + ": " + one.text(), one.violated());
            }
            all = one;
        }
        return all;
    }

    /** Without what the register holds behind it, in which the bits differ. */
    private static RowAnswer status(RowAnswer answer) {
        return new RowAnswer(answer.text().replaceFirst(" value=.*", ""), answer.violated());
    }

    private RowAnswer decide(RowCaller caller, boolean isWrite, long value) {
        VpRegisters target = new VpRegisters(RowCall.partition(words), RowCall.vp(words),
                RowCall.inputVtl(words));
        Decision<HvStatus> whole = (isWrite ? VpRegisters.SET_CHECKS : VpRegisters.GET_CHECKS)
                .decide(caller, target);
        List<RegisterAccess> accesses = new ArrayList<>();
        for (String name : words.text("register").orElse("").split(",")) {
            if (!name.isEmpty()) {
                accesses.add(new RegisterAccess(target.target(caller), id(name), value));
            }
        }
        Checks<RegisterAccess, HvStatus> checks =
                isWrite ? RegisterWrite.CHECKS : VpRegisters.READ_CHECKS;
        ListOutcome outcome = ListOutcome.eachInTurn(caller, whole, checks, accesses,
                (int) words.number("start", 0));
        RowAnswer answer = RowAnswer.of(outcome);
        boolean isConfig = isWrite && accesses.size() == 1
                && accesses.get(0).name() == HvRegister.VSM_PARTITION_CONFIG.id();
        return isConfig ? answer.and("value", config(caller, accesses.get(0), outcome)) : answer;
    }

    private static long config(RowCaller caller, RegisterAccess access, ListOutcome outcome) {
        return outcome.decision().isRefused() ? caller.partitionConfig(access.vtl())
                : RegisterWrite.configAfter(caller, access);
    }

    private int id(String name) {
        if (Character.isDigit(name.charAt(0))) {
            return (int) words.number(name);
        }
        String[] parts = name.split("\\+");
        HvRegister register = Arrays.stream(HvRegister.values())
                .filter(known -> known.name().equals(parts[0])).findFirst()
                .orElseThrow(() -> at.wrong("there is no register '" + parts[0] + "'; take a"
                        + " name of HvRegister, or a number"));
        int place = parts.length > 1 ? (int) words.number(parts[1]) : 0;
        try {
            return register.id(place);
        } catch (IllegalArgumentException beyond) {
            throw at.wrong(beyond.getMessage());
        }
    }
}
