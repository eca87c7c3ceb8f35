package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlResults;

/** Hypercalls about the partition as operations of guest code. */
final class PartitionOperations {

    private static final String ENABLE = "enable-partition-vtl";
    private static final String ENABLE_VP = "enable-vp-vtl";
    private static final String START = "start-vp";
    private static final String GET = "get-vsm";
    private static final String SET = "set-vsm";
    private static final int MOST_VTL = 15;
    private static final int MOST_VP = 15;
    private static final List<HvRegister> WRITTEN = List.of(HvRegister.VSM_PARTITION_CONFIG,
            HvRegister.VSM_VP_STATUS, HvRegister.VSM_PARTITION_STATUS,
            HvRegister.VSM_CAPABILITIES, HvRegister.VSM_CODE_PAGE_OFFSETS);

    private PartitionOperations() {
    }

    static List<Operation<Vtl>> all(VtlBounds bounds, Function<HvCall, Integer> number) {
        Parameter vtl = Parameter.number("vtl", 0, MOST_VTL, "which VTL");
        Parameter vp = Parameter.number("vp", 0, MOST_VP, "which virtual processor");
        Parameter cr3 = Parameter.number("cr3", 0, Register.MOST,
                "CR3 of the initial context").usually(0);
        List<String> got = new ArrayList<>(statuses());
        got.addAll(VtlResults.fieldValues());
        return List.of(
                operation(ENABLE, "HvCallEnablePartitionVtl: gives the partition a VTL",
                        statuses(), number, vtl, Parameter.flag("mbec",
                                "whether with mode-based execution control").usually(false)),
                operation(ENABLE_VP, "HvCallEnableVpVtl: gives a virtual processor a VTL of the"
                        + " partition", statuses(), number, vp, vtl, cr3),
                operation(START, "HvCallStartVirtualProcessor: lets a virtual processor begin",
                        statuses(), number, vp, vtl, cr3),
                operation(GET, "HvCallGetVpRegisters: reads a field of a register of virtual"
                        + " secure mode", got, number, vtl,
                        Parameter.word("field", VsmField.words(), "which field")),
                operation(SET, "HvCallSetVpRegisters: writes a register of virtual secure mode",
                        statuses(), number, vtl, Parameter.word("register",
                                WRITTEN.stream().map(Enum::name).toList(), "which register"),
                        Parameter.bits("value", "what it shall hold")));
    }

    static Optional<HvCall> find(String operation, Arguments given) {
        return switch (operation) {
            case ENABLE -> Optional.of(
                    new EnablePartition(given.number("vtl"), given.flag("mbec")));
            case ENABLE_VP -> Optional.of(new EnableVp(
                    given.number("vp"), given.number("vtl"), given.number("cr3")));
            case START -> Optional.of(new StartVp(
                    given.number("vp"), given.number("vtl"), given.number("cr3")));
            case GET -> Optional.of(new GetVsm(
                    given.number("vtl"), VsmField.of(given.word("field"))));
            case SET -> Optional.of(new SetVsm(given.number("vtl"),
                    HvRegister.valueOf(given.word("register")), given.wide("value")));
            default -> Optional.empty();
        };
    }

    private static List<String> statuses() {
        return Arrays.stream(HvStatus.values()).map(Enum::name).toList();
    }

    private static Operation<Vtl> operation(String name, String meaning, List<String> results,
            Function<HvCall, Integer> number, Parameter... taken) {
        return CallOperations.operation(name, meaning, results, number, taken);
    }
}
