package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.EntryReason;

/**
 * One VTL of one virtual processor: what is private to it, and the shared registers as they are
 * loaded for it. A design with one set of shared registers copies them where it switches.
 */
public final class Vtl extends Region {

    /** Its instructions are carried out. */
    public final FlagCell executes = cells().flag("executes");
    /** The processor that carries them out has an interrupt for the host. */
    public final FlagCell kicked = cells().flag("kicked");
    /** Why they are not. */
    public final EnumCell<Exit> exit = cells().choice("exit", Exit.class);
    /** Which call of the machine's table it asks for, from 1; 0 while it asks for none. */
    public final CountCell call;
    /** What its last operation gave. */
    public final ResultCell result = new ResultCell(cells(), "result", VtlResults.all());
    /** EntryReason of its control block. */
    public final EnumCell<EntryReason> entryReason =
            cells().choice("entry_reason", EntryReason.class);
    /** RAX of the lower VTL, in its control block. */
    public final CountCell returnRax = cells().count("vtl_return_rax", 0, Register.MOST);
    /** The virtual processors that its ICR write names and has not reached. */
    private final BitsCell unreached;
    /** Its local APIC. */
    public final Lapic lapic;

    private final List<CountCell> registers = new ArrayList<>();
    private final Vp vp;
    private final int number;
    private MemoryView view;
    private Vina vina;
    private Synic synic;
    private Interception interception;
    private CpuMode mode;

    Vtl(CellScope scope, CellScope apic, Vp vp, int number, VtlBounds bounds,
            Set<Feature> features) {
        super(scope);
        this.vp = vp;
        this.number = number;
        call = cells().count("call", 0, bounds.calls());
        for (Register register : Register.values()) {
            registers.add(cells().count(register.word(), 0, Register.MOST));
        }
        unreached = ghost().bits("unreached", bounds.vps());
        lapic = new Lapic(apic, bounds.apicId(vp.number()), bounds.vectors(), features,
                vp.has(HypervisorBug.APICV_WITH_AUTO_EOI), vp.initDrop());
    }

    void sees(MemoryView memory) {
        view = memory;
        memory.memory().isSeenBy(memory.lock());
    }

    /** What it sees of memory; null in a machine without pages. */
    public MemoryView view() {
        return view;
    }

    void isTold(Vina ofLower) {
        vina = ofLower;
    }

    /** How it is told of interrupts of lower VTLs; null in a machine without that. */
    public Vina vina() {
        return vina;
    }

    void gets(Synic messages) {
        synic = messages;
    }

    /** Its SynIC; null in a machine without messages. */
    public Synic synic() {
        return synic;
    }

    void executesIn(CpuMode cpu) {
        mode = cpu;
    }

    /** How it executes; null in a machine in which that is always the kernel. */
    public CpuMode mode() {
        return mode;
    }

    /** Whether the hypervisor hears its hypercalls; else they raise #UD. */
    public boolean isHeard() {
        return mode == null || mode.isHeard();
    }

    void mayIntercept(Interception ofLower) {
        interception = ofLower;
    }

    /** What it intercepts, and what of it is intercepted; null in a machine without that. */
    public Interception interception() {
        return interception;
    }

    /** The virtual processor of which it is a VTL. */
    public Vp vp() {
        return vp;
    }

    /** Its number: the larger the more it may. */
    public int number() {
        return number;
    }

    /** The cell of {@code register} as it is loaded for this VTL. */
    public CountCell register(Register register) {
        return registers.get(register.ordinal());
    }

    /** Takes over the shared registers of {@code other}. */
    public void takeShared(Vtl other) {
        for (Register register : Register.ALL) {
            if (register.isShared()) {
                register(register).become(other.register(register).get());
            }
        }
    }

    /** Whether its next instruction may be carried out. */
    public boolean runs() {
        return executes.isSet() && kicked.isClear();
    }

    /** An instruction of it is carried out. */
    public void retires() {
        vp.judge().retires(this);
    }

    /** Somebody requests one of its vectors, and is going to let whoever runs it take notice. */
    public void isSentTo() {
        if (vp.sends() != null) {
            vp.sends().begin();
        }
    }

    /** That one is through. */
    public void wasSentTo() {
        if (vp.sends() == null) {
            goesFirst();
        } else {
            vp.sends().end(this);
        }
    }

    /** Whoever runs it knows of its vectors: from now on it goes first if one of them counts. */
    public void goesFirst() {
        if (lapic.wants() && executes.isClear() && vp.active.get() < number) {
            lapic.due.raise();
        }
    }

    /** It writes the ICR for the virtual processors of {@code destinations}. */
    public void asks(long destinations) {
        unreached.become(destinations);
    }

    /**
     * Its ICR write looks at the LDR of {@code read} where {@code own} is of its own VTL; whether
     * the one that it looks at is named by {@code destination}.
     */
    public boolean names(Vtl own, Vtl read, long destination) {
        if (own.lapic.logical().isNamedBy(destination)) {
            unreached.add(own.vp().number());
        }
        return read.lapic.logical().isNamedBy(destination);
    }

    /** Its ICR write reaches the local APIC of {@code other}. */
    public void reaches(Vtl other) {
        boolean isNamed = unreached.has(other.vp().number());
        unreached.remove(other.vp().number());
        if (other.number() != number || !isNamed) {
            vp.judge().note(Breach.STRAYED);
        }
    }

    /** Its ICR write is over. */
    public void hasAsked() {
        if (!unreached.isEmpty()) {
            vp.judge().note(Breach.STRAYED);
        }
        unreached.clear();
    }

    /** Entered, its next interrupt with it. */
    public void enter() {
        if (vp.isToReset() && number > 0) {
            isTakenDown();
            return;
        }
        boolean isVpReset = vp.isToReset();
        boolean isReset = isVpReset || lapic.startup() != null && lapic.startup().begins(this);
        if (isReset) {
            lapic.resets();
        }
        boolean wanted = lapic.wants();
        int vector = lapic.deliverable();
        boolean got = lapic.inject();
        if (got && vp.has(HypervisorBug.DELIVERS_TWICE)) {
            lapic.irr.add(vector);
            vp.judge().note(Breach.DELIVERED_TWICE);
        }
        lapic.due.clear();
        executes.raise();
        exit.clear();
        if (view != null) {
            view.triesAgain();
        }
        vp.judge().entered(this, wanted, got);
        if (isVpReset) {
            vp.resets();
        } else if (isReset) {
            beginsAnew();
        }
        if (lapic.startup() != null) {
            lapic.startup().serves(this);
        }
    }

    /** A reset finds its processor here: it is over, and VTL0 comes by the way of a return. */
    private void isTakenDown() {
        executes.raise();
        vp.judge().entered(this, true, false);
        resets();
        lapic.startup().ends(this);
        if (mode != null) {
            mode.mode.clear();
        }
        leave(Exit.FAST_VTL_RETURN);
    }

    /** INIT: its registers and its code; SynIC, timers, VINA and locks stay (docs/vtl.md c.6). */
    private void beginsAnew() {
        registers.forEach(CountCell::clear);
        result.clear();
        if (view != null) {
            view.flush();
        }
        if (mode != null) {
            mode.mode.become(CpuMode.Mode.REAL);
        }
        lapic.startup().ends(this);
    }

    /** Whether, behind its VTL call and the return, it makes the call again: a bug. */
    public boolean callsAgain() {
        boolean again = vp.has(HypervisorBug.CALLS_AGAIN);
        if (again) {
            vp.judge().note(Breach.CALLED_AGAIN);
        }
        return again;
    }

    /** Its control block is written for {@code cause}, if it has an assist page. */
    public void writesControlBlock(EntryReason cause, int rax) {
        entryReason.become(cause);
        returnRax.become(rax);
        if (view != null && vp.has(HypervisorBug.WRITES_WITHOUT_PAGE)) {
            view.isWrittenWithoutPage(cause.ordinal());
        }
    }

    /** An interrupt of the host to whoever executes it. */
    public void kick() {
        if (executes.isSet()) {
            kicked.raise();
        }
    }

    /** If an interrupt may come now it comes at the next entry: the interrupt window exits. */
    public void opensWindow() {
        if (lapic.isOpen()) {
            kicked.raise();
        }
    }

    /** Tries an instruction that accesses a page; whether it was carried out. */
    public boolean tries(int page, Access access) {
        if (!view.isOverlaid(page) && !view.translates(page, access)) {
            view.faults(page, access);
            leave(Exit.VIOLATION);
            return false;
        }
        retires();
        if (!view.isOverlaid(page)) {
            view.accessed(page, access);
        }
        return true;
    }

    /** Its access raises a machine check: nobody can be told of it, and it is not carried out. */
    public void raiseMachineCheck() {
        view.forgets();
        result.become(VtlResults.MC);
    }

    /** Whether its last access has raised one: its handler goes on. */
    public boolean isChecked() {
        return result.is(VtlResults.MC);
    }

    /** Whether its virtual processor has it. */
    public boolean isEnabled() {
        return vp.enabled.has(number);
    }

    /** The partition is reset: what its VTL had is gone. */
    void resets() {
        for (Register register : Register.values()) {
            register(register).clear();
        }
        entryReason.clear();
        returnRax.clear();
        lapic.resets();
        if (lapic.startup() != null) {
            lapic.startup().resets();
        }
        if (view != null) {
            view.resets();
        }
        if (vina != null) {
            vina.resets();
        }
        if (synic != null) {
            synic.resets();
        }
        if (interception != null) {
            interception.resets();
        }
    }

    /** Stops for {@code reason}: one instruction or one external interrupt. */
    public void leave(Exit reason) {
        executes.clear();
        kicked.clear();
        exit.become(reason);
        vp.judge().left(this, reason);
    }

    /** The VTL to which its exit asks to go; none if there is no such VTL. */
    public Optional<Vtl> target() {
        return vp.target(this, exit.get());
    }

    /** Its last instruction raises #UD: the host's answer to a switch that leads nowhere. */
    public void raiseUndefined() {
        if (target().isPresent()) {
            vp.judge().note(Breach.WRONG_TARGET);
        }
        result.become(VtlResults.UD);
        exit.clear();
    }

    @Override
    public String toString() {
        return name();
    }
}
