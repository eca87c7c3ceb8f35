package org.exitrace.kvm.script;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;

/** A vCPU whose VMM thread is a script. */
public final class ScriptedThread extends Region {

    /** What its last ioctl gave. */
    public final ResultCell result = new ResultCell(cells(), "result", words());

    /** The vCPU that the thread owns. */
    public final Vcpu vcpu;

    /** The thread of {@code vcpu}, with its cells in {@code scope}. */
    public ScriptedThread(CellScope scope, Vcpu vcpu) {
        super(scope);
        this.vcpu = vcpu;
    }

    /** All but what only a kernel gives whose threads are not scripted. */
    static List<String> exits() {
        List<String> words = new ArrayList<>();
        for (ExitReason reason : ExitReason.values()) {
            if (reason != ExitReason.NONE && reason != ExitReason.EINTR) {
                words.add(reason.asResult());
            }
        }
        return words;
    }

    static List<String> states() {
        List<String> words = new ArrayList<>();
        for (MpState state : MpState.values()) {
            words.add(state.name());
        }
        return words;
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(exits());
        words.addAll(states());
        words.add("OK");
        return words;
    }
}
