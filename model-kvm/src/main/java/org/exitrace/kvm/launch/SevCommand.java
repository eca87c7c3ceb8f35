package org.exitrace.kvm.launch;

import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.SevCommandId;

/**
 * A sub-command of KVM_MEMORY_ENCRYPT_OP.
 *
 * @param id which
 * @param meaning what it does, in one sentence
 * @param parameters what it is given beside the VM and memory, on a host of that size
 * @param checks what it looks at first, in order
 * @param code what it does if nothing is refused
 */
public record SevCommand(SevCommandId id, String meaning,
        Function<HostBounds, List<Parameter>> parameters, Function<SevCall, Checks> checks,
        Function<SevCall, Routine<KvmThread>> code) {

    /** One that is given nothing. */
    static SevCommand of(SevCommandId id, String meaning, Function<SevCall, Checks> checks,
            Function<SevCall, Routine<KvmThread>> code) {
        return new SevCommand(id, meaning, bounds -> List.of(), checks, code);
    }

    /** Whether it is about memory, of which the host must have a page then. */
    boolean needsPages() {
        return switch (id) {
            case LAUNCH_UPDATE_DATA, LAUNCH_SECRET, DBG_DECRYPT, DBG_ENCRYPT, SEND_UPDATE_DATA,
                    RECEIVE_UPDATE_DATA -> true;
            default -> false;
        };
    }

    /** The same, given what depends on the host's size. */
    SevCommand takingOf(Function<HostBounds, List<Parameter>> given) {
        return new SevCommand(id, meaning, given, checks, code);
    }

    /** The same, given these. */
    SevCommand taking(Parameter... given) {
        return new SevCommand(id, meaning, bounds -> List.of(given), checks, code);
    }
}
