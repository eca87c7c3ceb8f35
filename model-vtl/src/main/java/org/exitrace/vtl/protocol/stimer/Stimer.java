package org.exitrace.vtl.protocol.stimer;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * The synthetic timer of one VTL, one-shot and with AutoEnable: the guest's write of COUNT enables
 * it, and sending its message disables it. COUNT stays. What a vCPU does is done under its mutex.
 * Source: Linux arch/x86/kvm/hyperv.c (from memory).
 */
final class Stimer extends Region {

    private static final int MOST = 3;

    private final FlagCell autoEnable = cells().flag("CONFIG.AutoEnable");
    private final FlagCell enabled = cells().flag("CONFIG.Enabled");
    private final FlagCell count = cells().flag("COUNT");
    private final FlagCell savedAutoEnable = cells().flag("saved AutoEnable");
    private final FlagCell savedEnabled = cells().flag("saved Enabled");
    private final FlagCell savedCount = cells().flag("saved COUNT");
    /** Messages that the guest has got. */
    private final CountCell sent = cells().count("sent", MOST);
    /** The guest has armed it. */
    private final FlagCell armed = cells().flag("armed");
    private final Moved vm;

    Stimer(CellScope scope, Moved vm) {
        super(scope);
        this.vm = vm;
    }

    /** Of the VTL: it arms its timer once. */
    static Routine<Stimer> guest() {
        return Routine.named("guest", Moved.SOURCE, code -> code
                .await("writes CONFIG with AutoEnable", it -> it.vm.runs(),
                        it -> it.autoEnable.raise())
                .await("writes COUNT, which enables the timer", it -> it.vm.runs(), Stimer::arm));
    }

    private void arm() {
        count.raise();
        enabled.become(autoEnable.isSet());
        armed.raise();
    }

    /** Of the vCPU: an enabled timer whose time has come. */
    static Routine<Stimer> process() {
        return Routine.named("timer", Moved.SOURCE, code -> code.forever(loop -> loop
                .await("sends its message and disables it", Stimer::isDue, Stimer::send)
                .mayRest()));
    }

    private boolean isDue() {
        return vm.runs() && enabled.isSet() && count.isSet() && sent.get() < MOST;
    }

    private void send() {
        sent.increment();
        enabled.clear();
    }

    void saveConfig() {
        savedEnabled.become(enabled.isSet());
        savedAutoEnable.become(autoEnable.isSet());
    }

    void saveCount() {
        savedCount.become(count.isSet());
    }

    /** On the other host it is as a new one. */
    void begins() {
        autoEnable.clear();
        enabled.clear();
        count.clear();
    }

    void restoreConfig() {
        enabled.become(savedEnabled.isSet());
        autoEnable.become(savedAutoEnable.isSet());
    }

    /** The VMM writes COUNT; whether that enables the timer as a write of the guest does. */
    void restoreCount(boolean arms) {
        count.become(savedCount.isSet());
        if (arms && count.isSet() && autoEnable.isSet()) {
            enabled.raise();
        }
    }

    boolean isSpurious() {
        return sent.get() > (armed.isSet() ? 1 : 0);
    }

    boolean isLost() {
        return armed.isSet() && sent.is(0);
    }

    boolean isArmedOnce() {
        return armed.isSet() && sent.is(1);
    }
}
