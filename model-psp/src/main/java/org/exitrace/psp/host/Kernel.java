package org.exitrace.psp.host;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.firmware.FirmwareBounds;

/** The host's kernel as a whole: its last moments, and whether it is one for a crash. */
public final class Kernel extends Region {

    /** The notifier that shuts SNP down in a panic is registered. */
    public final FlagCell notifier = cells().flag("snp_panic_notifier");
    /** Somebody is in {@code rcu_read_lock}: a panic calls its notifiers under it. */
    public final FlagCell rcuReader = cells().flag("rcu_read_lock");
    /** {@code is_kdump_kernel}: it was started by one that had panicked, to save its memory. */
    public final FlagCell kdump = cells().flag("kdump");
    /** The notifier ran although SNP was off. */
    public final FlagCell neededNot = ghost().flag("notifier_without_snp");
    /** The kernel wrote to memory that it took for its own, and faulted. */
    public final FlagCell faulted = ghost().flag("faulted");

    /** Pages that were given up, since nobody could make them the host's again. */
    public final BitsCell leaked = ghost().bits("leaked", FirmwareBounds.MOST_PAGES);
    /** A page was given up twice. */
    public final FlagCell leakedTwice = ghost().flag("leaked_twice");
    /** A question has returned and left SNP initialised that was not so before. */
    public final FlagCell leftOn = ghost().flag("left_snp_on");

    private final List<HostThread> owners = new ArrayList<>();
    private final List<ProgramCounter> programs = new ArrayList<>();
    private ProgramCounter interrupts;

    /** Declares it in {@code scope}. */
    Kernel(CellScope scope) {
        super(scope);
    }

    /** Whether staging pages are its own, and whoever uses one holds the driver's mutex. */
    boolean ownsStaging() {
        return rcuReader.isClear() && kdump.isClear();
    }

    /**
     * Whether the command in the register asks for an interrupt on completion: all do, but those
     * of the notifier, which are the only ones that are given while it runs. The interrupt of an
     * older one would find nobody then, and is cleared by the next kernel.
     */
    boolean wantsInterrupts() {
        return rcuReader.isClear();
    }

    /** {@code thread}, or a guest for which no thread is given, stands at {@code counter}. */
    public void runs(HostThread thread, ProgramCounter counter) {
        owners.add(thread);
        programs.add(counter);
    }

    /** The interrupt handler stands at {@code counter}. */
    public void interruptsBy(ProgramCounter counter) {
        interrupts = counter;
    }

    /** All but {@code survivor} stop for good, with interrupts off. */
    void stopAllBut(HostThread survivor) {
        for (int i = 0; i < programs.size(); i++) {
            if (owners.get(i) != survivor) {
                programs.get(i).stop();
            }
        }
        interrupts.stop();
    }

    /** {@code snp_leak_pages} for one page. */
    void leak(int page) {
        leakedTwice.become(leakedTwice.isSet() || leaked.has(page));
        leaked.add(page);
    }

    /** Interrupts are on again, for another kernel's handler. */
    void restart() {
        interrupts.start();
    }
}
