package org.exitrace.ghcb.cpu;

import org.exitrace.engine.routine.EntryPoint;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbReply;

/**
 * One virtual CPU as guest and host both see it.
 *
 * <p>The GHCB of this piece is read and written by its own vCPU and by that vCPU's host thread, of
 * which only one acts at a time; so its fields count as their own and take no steps of their own.
 */
public final class GuestCpu extends Region {

    /** Whether guest code runs on it: between VMRUN and #VMEXIT. */
    public final FlagCell running = cells().flag("running");

    /** Why the guest left; dead, and {@code NONE}, once the host has handled it. */
    public final EnumCell<GuestExit> exit = cells().choice("exit", GuestExit.class);

    /** Delivery mode of the IPI that the guest asks for; dead without {@code ICR_WRITE}. */
    public final EnumCell<IpiMode> ipi = cells().choice("icr_mode", IpiMode.class);

    /** Target of that IPI; none stands for all but the sender. */
    public final IndexCell ipiTarget;

    /** {@code SW_EXITINFO1} of its GHCB: a jump-table request, or how the host takes it. */
    public final CountCell exitInfo1;

    /**
     * {@code SW_EXITINFO2} of its GHCB: 1 releases a hold; else a jump-table address, or what is
     * wrong with a request.
     */
    public final CountCell exitInfo2;

    /** MSR 0xC0010130. */
    public final EnumCell<GhcbMsr> ghcbMsr = cells().choice("ghcb_msr", GhcbMsr.class);

    /** RFLAGS.IF: whether the guest takes interrupts now. */
    public final FlagCell interruptsEnabled = cells().flag("interrupts_enabled");

    /** The guest read 0 from a hold and has neither held again nor been released since. */
    public final FlagCell wokenForNothing = ghost().flag("woken_for_nothing");

    /** An INIT was sent to it and it has not started or been released since. */
    public final FlagCell wakeOwed = ghost().flag("wake_owed");

    /** The result that the guest will read next is a release, and a SIPI stands for it. */
    public final FlagCell releaseWritten = ghost().flag("release_written");

    /** The host has kept a SIPI that found no hold: it stands for the release of a later one. */
    public final FlagCell releaseKept = ghost().flag("release_kept");

    /** A hold returned a release that nobody had asked for. */
    public final FlagCell releasedUnasked = ghost().flag("released_unasked");

    /** The guest went on from a hold although its result was 0. */
    public final FlagCell wentOnUnreleased = ghost().flag("went_on_unreleased");

    /** The guest has asked for a hold and was not entered since. */
    public final FlagCell holdOpen = ghost().flag("hold_open");

    /** INIT was accepted while the hold was open. */
    public final FlagCell initInHold = ghost().flag("init_in_hold");

    /** INIT and then SIPI were accepted while the hold was open: its result must not be 0. */
    public final FlagCell resultOwed = ghost().flag("result_owed");

    /** The guest read 0 from a hold that owed it a release. */
    public final FlagCell resultMissed = ghost().flag("result_missed");

    private final int number;
    private final CellScope scope;
    private ProgramCounter code;
    private EntryPoint startup;
    private HoldResult holdResult = ownFields();

    /**
     * CPU {@code number} of {@code count}, whose software sets and gets one jump table at address
     * 1; its cells lie in {@code scope}.
     */
    public GuestCpu(CellScope scope, int number, int count) {
        this(scope, number, count, false);
    }

    /**
     * CPU {@code number} of {@code count}; its cells lie in {@code scope}.
     *
     * @param anyRequest whether its software may make any request about jump tables at any
     *     address, and be refused: that takes cells of more bits
     */
    public GuestCpu(CellScope scope, int number, int count, boolean anyRequest) {
        super(scope);
        this.exitInfo1 = cells().count("sw_exitinfo1",
                anyRequest ? GhcbReply.MALFORMED_INPUT : ApJumpTable.GET);
        this.exitInfo2 = cells().count("sw_exitinfo2", anyRequest ? GhcbReply.INVALID_INPUT : 1);
        this.scope = scope;
        this.number = number;
        this.ipiTarget = cells().index("icr_target", count);
    }

    /** What CPUs are called in sets of them: {@code bsp}, {@code ap1} and so on. */
    public static String[] names(int count) {
        String[] names = new String[count];
        for (int cpu = 0; cpu < count; cpu++) {
            names[cpu] = cpu == 0 ? "bsp" : "ap" + cpu;
        }
        return names;
    }

    /** Its place among the machine's CPUs; 0 is the bootstrap processor. */
    public int number() {
        return number;
    }

    /** Where its software declares cells that lie beside those of the CPU. */
    public CellScope software(String part) {
        return scope.in(part);
    }

    /** Says which program counter is its instruction pointer and where a SIPI's vector leads. */
    public void executes(ProgramCounter instructionPointer, EntryPoint vector) {
        code = instructionPointer;
        startup = vector;
    }

    /**
     * Sets CS:IP from a SIPI's vector: what a host can do only to a guest without SEV-ES. Software
     * that names no vector goes on where it stands.
     */
    public void startAtVector() {
        if (code != null) {
            code.enter(startup);
        }
    }

    /** Where the host writes the result of a hold. */
    public HoldResult holdResult() {
        return holdResult;
    }

    /** Says that the result of a hold goes to {@code whole}, not to the fields of this region. */
    public void answersHoldsBy(HoldResult whole) {
        holdResult = whole;
    }

    private HoldResult ownFields() {
        return new HoldResult() {
            @Override
            public void preset(int released) {
                exitInfo2.become(released);
            }

            @Override
            public void release() {
                exitInfo1.become(GhcbReply.NO_ACTION);
                exitInfo2.become(1);
            }

            @Override
            public void msr(GhcbMsr value) {
                ghcbMsr.become(value);
            }
        };
    }

    /** Notes that a kept SIPI has become the result of this hold: history only. */
    public void noteKeptReleaseWritten() {
        if (releaseKept.testAndClear()) {
            releaseWritten.raise();
        }
    }

    /** Notes that the guest goes on because its hold returned a release: history only. */
    public void noteRelease() {
        if (!releaseWritten.testAndClear()) {
            releasedUnasked.raise();
        }
        wakeOwed.clear();
    }

    /** Notes that the guest goes on although nothing released it: history only. */
    public void noteGoingOnUnreleased() {
        wentOnUnreleased.raise();
        releaseWritten.clear();
        wakeOwed.clear();
    }

    /** Leaves the guest because of {@code reason}; the host sees it at the #VMEXIT. */
    public void leave(GuestExit reason) {
        running.clear();
        exit.become(reason);
    }

    /** Whether the IPI that the guest asks for goes to CPU {@code candidate}. */
    public boolean ipiGoesTo(int candidate) {
        return ipiTarget.isNone() ? candidate != number : ipiTarget.is(candidate);
    }

    /** Forgets the IPI that the guest asked for: it was sent. */
    public void ipiSent() {
        ipi.clear();
        ipiTarget.clear();
    }

    /** Enters the guest. */
    public void enter() {
        running.raise();
        holdOpen.clear();
    }

    /** The guest is about to ask for a hold, with interrupts on or off. */
    public void beginHold(boolean takesInterrupts) {
        interruptsEnabled.become(takesInterrupts);
        holdOpen.raise();
        wokenForNothing.clear();
        releaseWritten.clear();
    }

    /** Notes that INIT was accepted: history only. */
    public void noteInit() {
        initInHold.become(holdOpen.isSet());
    }

    /** Notes that a SIPI was honoured: history only. */
    public void noteSipi() {
        if (initInHold.testAndClear()) {
            resultOwed.raise();
        }
    }

    /** Notes that the guest has read the result of its hold: history only. */
    public void noteResult(boolean released) {
        initInHold.clear();
        wokenForNothing.become(!released);
        if (resultOwed.testAndClear() && !released) {
            resultMissed.raise();
        }
    }

    /**
     * Leaves the guest to set the jump table's address, to get it, or with another request.
     *
     * @param request {@code SW_EXITINFO1}, 0 to 2
     * @param address {@code SW_EXITINFO2}: what is set; 0 for other requests
     */
    public void askForJumpTable(int request, int address) {
        exitInfo1.become(request);
        exitInfo2.become(address);
        leave(GuestExit.AP_JUMP_TABLE);
    }

    /** Forgets the host's answer, which is dead once it was read. */
    public void forgetAnswer() {
        exitInfo1.clear();
        exitInfo2.clear();
    }

    /** Leaves the guest by writing the interrupt command register. */
    public void leaveToSend(IpiMode mode) {
        ipi.become(mode);
        leave(GuestExit.ICR_WRITE);
    }
}
