package org.exitrace.ghcb.vcpu;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.StartedAgain;
import org.exitrace.ghcb.memory.SnpSide;
import org.exitrace.ghcb.jumptable.JumpTables;
import org.exitrace.ghcb.message.Messages;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.vmsa.VcpuVmsa;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.ghcb.vmsa.Vmsas;

/** A virtual CPU with its GHCB MSR, in a guest all of whose GHCB pages any of them can write. */
public final class GhcbGuest extends Region {

    /** MSR 0xC0010130; the virtual CPU's own. */
    public final WordCell msr = cells().word("ghcb_msr");
    /** An NMI waits to be delivered. */
    public final FlagCell nmiPending = cells().flag("nmi_pending");
    /** No NMI is delivered: one was, and neither NMI_COMPLETE nor IRET came since. */
    public final FlagCell nmiBlocked = cells().flag("nmi_blocked");
    /** It runs between the entry of an NMI and NMI_COMPLETE or IRET. */
    public final FlagCell inNmiEntry = ghost().flag("in_nmi_entry");
    /** An NMI was sent and not delivered since. */
    public final FlagCell nmiOwed = ghost().flag("nmi_owed");
    /** What its last operation gave. */
    public final ResultCell result = new ResultCell(cells(), "result", ExchangeResults.all());
    /** Its software has asked to be ended, and halts for ever if it is entered once more. */
    public final FlagCell ended = cells().flag("ended");
    /** As guest and host both see it. */
    public final GuestCpu cpu;
    /** All GHCB pages of the guest, by virtual CPU. */
    public final List<GhcbPage> pages;
    /** All virtual CPUs of the guest, by number: whom it can send an NMI. */
    public final List<GhcbGuest> others;
    /** Words by which scripted actors wait for each other. */
    public final SharedWords words;
    /** What it keeps of its memory; empty where the machine has none. */
    public final Optional<SnpSide> snp;

    private Vmsas vmsas = Vmsas.NONE;
    private JumpTables tables;
    private Messages messages;
    private StartedAgain startedAgain;

    /**
     * Declares its cells in {@code scope}.
     *
     * @param others all virtual CPUs of the guest, a list that is filled meanwhile
     */
    public GhcbGuest(CellScope scope, GuestCpu cpu, List<GhcbPage> pages,
            List<GhcbGuest> others, SharedWords words, Optional<SnpSide> snp) {
        super(scope);
        this.snp = snp;
        this.cpu = cpu;
        this.pages = List.copyOf(pages);
        this.others = Collections.unmodifiableList(others);
        this.words = words;
        msr.initially(GhcbPage.addressOf(cpu.number()));
    }

    /** Somebody sends it an NMI; of those that wait one is as good as many. */
    public void receiveNmi() {
        nmiPending.raise();
        nmiOwed.raise();
    }

    /** NMI_COMPLETE or IRET: the next NMI may be delivered. */
    public void nmiCompleted() {
        nmiBlocked.clear();
        inNmiEntry.clear();
    }

    /** Its own GHCB page. */
    public GhcbPage own() {
        return pages.get(cpu.number());
    }

    /** What it keeps of its memory, in a machine that has some. */
    public SnpSide snp() {
        return snp.orElseThrow();
    }

    /** Whether its code executes: the host has entered it, and it has not given up. */
    public boolean executes() {
        return cpu.running.isSet() && ended.isClear();
    }

    /** The GHCB page at {@code address}; empty where there is none. */
    public Optional<GhcbPage> at(long address) {
        for (GhcbPage page : pages) {
            if (page.address() == address) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    /** Says which VMSA pages the guest has, where it creates virtual CPUs. */
    public void creates(Vmsas pages) {
        vmsas = pages;
    }

    /** The VMSA pages of the guest. */
    public Vmsas vmsas() {
        return vmsas;
    }

    /** Says which pages can be taken for the jump table, where somebody looks for it. */
    public void looksFor(JumpTables pages) {
        tables = pages;
    }

    /** The pages that can be taken for the jump table. */
    public JumpTables tables() {
        return tables;
    }

    /** Says where its messages to the firmware are, where it sends any. */
    public void sends(Messages pages) {
        messages = pages;
    }

    /** Its messages to the firmware. */
    public Messages messages() {
        return messages;
    }

    /** Says where it is noted whom it starts once more, where it does. */
    public void startsAgain(StartedAgain history) {
        startedAgain = history;
    }

    /** Where it is noted whom it starts once more. */
    public StartedAgain startsAgain() {
        return startedAgain;
    }

    /** VMSA page {@code page}. */
    public VmsaPage vmsa(int page) {
        return vmsas.pages().get(page);
    }

    /** From which VMSA virtual CPU {@code vcpu} runs. */
    public VcpuVmsa vcpuVmsa(int vcpu) {
        return vmsas.vcpus().get(vcpu);
    }

    /** Whether a virtual CPU executes from VMSA page {@code page}. */
    public boolean inUse(int page) {
        return vmsas.inUse(vmsa(page));
    }
}
