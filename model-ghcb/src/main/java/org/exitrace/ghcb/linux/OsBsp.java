package org.exitrace.ghcb.linux;

import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.guest.WaitForAp;
import org.exitrace.ghcb.spec.ApJumpTable;

/** The bootstrap processor that hands over to, or runs, an operating system. */
final class OsBsp extends Region {

    final ProgramCounter code;
    final CountCell each;
    final CountCell round;
    final GuestCpu cpu;
    final BringUpMemory memory;

    OsBsp(GuestCpu cpu, BringUpMemory memory, int aps, int rounds) {
        super(cpu.software("os"));
        this.cpu = cpu;
        this.memory = memory;
        this.code = new ProgramCounter(cells(), "code");
        this.each = cells().count("each", Math.max(1, aps - 1));
        this.round = cells().count("round", Math.max(1, rounds - 1));
    }

    int target() {
        return each.get() + 1;
    }

    void aim() {
        cpu.ipiTarget.become(target());
    }

    /** Brings all APs up: one after the other, or all at once and then waits for each. */
    static Routine<OsBsp> bringUp(Design design, InitSipi ipis, int aps, boolean serial) {
        return Routine.named("Linux bring-up", "Linux smpboot.c, kernel/cpu.c", code -> {
            if (serial) {
                code.repeat(aps, bsp -> bsp.each, one -> one
                        .call(ipis.toOne(bsp -> bsp.cpu, OsBsp::aim))
                        .call(awaitAlive(design, ipis)));
            } else {
                code.repeat(aps, bsp -> bsp.each,
                        one -> one.call(ipis.toOne(bsp -> bsp.cpu, OsBsp::aim)));
                code.repeat(aps, bsp -> bsp.each, one -> one.call(awaitAlive(design, ipis)));
            }
        });
    }

    /** Waits for one AP; Linux gives up after ten seconds and goes on without it. */
    static Routine<OsBsp> awaitAlive(Design design, InitSipi ipis) {
        return awaitAlive(design, ipis, bsp -> { }, bsp -> { });
    }

    /** The same, with what it notes in either case. */
    static Routine<OsBsp> awaitAlive(
            Design design, InitSipi ipis, Consumer<OsBsp> onAlive, Consumer<OsBsp> onTimeOut) {
        return Routine.named("wait for AP", "kernel/cpu.c cpuhp_bp_sync_alive", code -> code
                .forever(loop -> loop.either("ap_sync_state", poll -> poll
                        .when("ap_sync_state == ALIVE", OsBsp::isAlive, onAlive,
                                alive -> alive.leave()).costs("guest.instruction")
                        .when("time-out", bsp -> !bsp.isAlive(), onTimeOut,
                                late -> giveUpOrResend(late, design, ipis))
                        .after("linux.online-timeout"))));
    }

    private static void giveUpOrResend(Block<OsBsp> late, Design design, InitSipi ipis) {
        if (design.get(WaitForAp.SWITCH) == WaitForAp.FOR_EVER) {
            late.leave();
        } else {
            late.call(ipis.toOne(bsp -> bsp.cpu, OsBsp::aim));
        }
    }

    private boolean isAlive() {
        return memory.alive.has(target());
    }

    /** Gets the jump table from the host and writes the two words that an OS may write. */
    static Routine<OsBsp> fillJumpTable() {
        return Routine.named("sev_es_setup_ap_jump_table", "Linux sev core.c", code -> code
                .step("VMGEXIT AP_JUMP_TABLE get",
                        bsp -> bsp.cpu.askForJumpTable(ApJumpTable.GET, 0)).costs("vmexit.ghcb")
                .test("jump table != 0?", bsp -> !bsp.cpu.exitInfo2.is(0),
                        yes -> yes.local(bsp -> bsp.cpu.exitInfo2.clear()),
                        no -> no.done()).costs("guest.instruction")
                .step("jump table IP", bsp -> bsp.memory.tableIp.raise())
                .costs("guest.instruction")
                .step("jump table CS", bsp -> bsp.memory.tableCs.raise())
                .costs("guest.instruction"));
    }
}
