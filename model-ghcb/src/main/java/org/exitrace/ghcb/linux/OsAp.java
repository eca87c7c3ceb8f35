package org.exitrace.ghcb.linux;

import org.exitrace.engine.routine.EntryPoint;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.GuestExit;

/** An application processor on its way to, or in, an operating system. */
final class OsAp extends Region {

    /** Where a SIPI's vector leads a guest without SEV-ES. */
    static final EntryPoint TRAMPOLINE = new EntryPoint("trampoline");

    final ProgramCounter code;
    final FlagCell csRead;
    /** The AP executes something that is no code of anybody's; the model follows it no further. */
    final FlagCell lost;
    final GuestCpu cpu;
    final BringUpMemory memory;

    OsAp(GuestCpu cpu, BringUpMemory memory) {
        super(cpu.software("os"));
        this.cpu = cpu;
        this.memory = memory;
        this.code = new ProgramCounter(cells(), "code");
        this.csRead = cells().flag("cs_read");
        this.lost = cells().flag("lost");
    }

    int number() {
        return cpu.number();
    }

    /** Obeys the request: the AP counts as neither alive nor dead until it says so. */
    void goOffline() {
        memory.offlineRequested.remove(number());
        memory.alive.remove(number());
    }

    /** The AP is an OS processor now, unless it got lost on the way. */
    static Routine<OsAp> comeAlive() {
        return Routine.named("Linux AP", "kernel/cpu.c cpuhp_ap_sync_alive", code -> code
                .when(ap -> ap.lost.isSet(), lost -> lost.done())
                .step("ap_sync_state = ALIVE", ap -> ap.memory.alive.add(ap.number()))
                .costs("guest.instruction"));
    }

    /** The way through the jump table: two reads, an IRET to wherever they lead. */
    static Routine<OsAp> throughJumpTable() {
        return Routine.named("AP jump table", "edk2 X64/AmdSev.nasm", code -> code
                .step("read CS", ap -> ap.csRead.become(ap.memory.tableCs.isSet()))
                .costs("guest.instruction")
                .test("read IP, IRET", OsAp::reachesTrampoline, there -> { },
                        stray -> stray.local(OsAp::stray))
                .costs("guest.instruction"));
    }

    private void stray() {
        memory.strayed.add(number());
        lost.raise();
    }

    private boolean reachesTrampoline() {
        return csRead.testAndClear() && memory.tableIp.isSet();
    }

    /** The loop of a processor without SEV-ES that has died: only a reset gets it out. */
    static Routine<OsAp> haltForEver() {
        return Routine.named("Linux AP", "Linux hlt_play_dead", code -> code
                .forever(loop -> loop
                        .step("HLT", ap -> ap.cpu.leave(GuestExit.HLT))
                        .costs("vmexit.plain").mayRest()));
    }
}
