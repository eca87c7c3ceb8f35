package org.exitrace.kvm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.adversary.Misbehaviour;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.ghcb.cpu.LapicOperations;
import org.exitrace.ghcb.cpu.StartedAgain;
import org.exitrace.ghcb.design.AnswerWait;
import org.exitrace.ghcb.design.SecondStart;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.guest.HoldCheck;
import org.exitrace.ghcb.jumptable.JumpTables;
import org.exitrace.ghcb.jumptable.TableEntry;
import org.exitrace.ghcb.jumptable.TablePage;
import org.exitrace.ghcb.jumptable.TableSource;
import org.exitrace.ghcb.programs.HoldOperations;
import org.exitrace.ghcb.programs.JumpTableOperations;
import org.exitrace.ghcb.programs.SecondStartOperations;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vmsa.ApsBegin;
import org.exitrace.kvm.apboot.ApBoot;
import org.exitrace.kvm.design.HoldWithEvents;
import org.exitrace.kvm.design.SipiHook;
import org.exitrace.kvm.design.StartRegisters;
import org.exitrace.kvm.vcpu.FirstEntry;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vmgexit.HoldExits;
import org.exitrace.kvm.vmgexit.JumpTableWord;
import org.exitrace.kvm.vmgexit.SevEsState;

/** The part of a machine in which APs park and are woken: AP reset hold and the jump table. */
final class ApStartup {

    /** The questions that it answers. */
    static final List<Switch<?>> SWITCHES = List.of(SipiHook.SWITCH, HoldWithEvents.SWITCH,
            StartRegisters.SWITCH, HoldCheck.SWITCH, TableSource.SWITCH, AnswerWait.SWITCH,
            SecondStart.SWITCH);

    private static final String SOURCE = "docs/ghcb.md g 24";
    private static final String WITHHELD = "docs/ghcb.md g 6, 7, 23";

    private final Optional<JumpTableWord> word;
    private final Optional<JumpTables> tables;
    private final Optional<StartedAgain> again;
    private final List<FirstEntry> entries;
    private final List<SevEsState> holders;
    private final List<SevEsState> woken;

    /** The part that scripts with those operations and events need. */
    ApStartup(ModelBuilder model, ExchangeBounds bounds, List<SevEsState> states,
            List<String> operations, Set<NaeEvent> named) {
        boolean looks = operations.stream().anyMatch(
                name -> name.startsWith(JumpTableOperations.PREFIX));
        word = looks || named.contains(NaeEvent.AP_JUMP_TABLE)
                ? Optional.of(new JumpTableWord(model.region("sev"))) : Optional.empty();
        tables = looks ? Optional.of(new JumpTables(model.region("jump_table")))
                : Optional.empty();
        tables.ifPresent(pages -> states.forEach(state -> state.guest.looksFor(pages)));
        states.forEach(state ->
                state.vcpu.guest.answersHoldsBy(HoldExits.resultOf(state)));
        boolean restarts = operations.contains(SecondStartOperations.START_AGAIN);
        again = restarts
                ? Optional.of(new StartedAgain(model.region("second_start"))) : Optional.empty();
        again.ifPresent(starts -> states.forEach(state -> state.guest.startsAgain(starts)));
        woken = restarts || operations.contains(LapicOperations.ICR_WRITE) ? states : List.of();
        holders = operations.contains(HoldOperations.HOLD)
                || operations.contains(SecondStartOperations.PARK) ? states : List.of();
        entries = firstEntries(model, bounds, states);
    }

    /** Of APs that were not started yet, in a guest that makes no VMSA of its own. */
    private static List<FirstEntry> firstEntries(
            ModelBuilder model, ExchangeBounds bounds, List<SevEsState> states) {
        List<FirstEntry> entries = new ArrayList<>();
        if (bounds.aps() != ApsBegin.OFF || bounds.vmsaPages() > 0) {
            return entries;
        }
        boolean hosts = model.design().get(StartRegisters.SWITCH) == StartRegisters.HOSTS;
        states.stream().map(state -> state.vcpu).filter(vcpu -> !vcpu.isBsp()).forEach(vcpu -> {
            FirstEntry entry = new FirstEntry(
                    model.region("first_entry[" + vcpu.number() + "]"), hosts);
            vcpu.beginsBy(entry);
            entries.add(entry);
        });
        return entries;
    }

    /** How the host parks and wakes APs: as today, but for what {@code design} answers. */
    static Design hostDesign(Design design) {
        return ApBoot.usualDesign()
                .with(SipiHook.SWITCH.name(), design.get(SipiHook.SWITCH).label())
                .with(HoldWithEvents.SWITCH.name(), design.get(HoldWithEvents.SWITCH).label());
    }

    /** The VM's word for the jump table, if anybody asks for it. */
    Optional<JumpTableWord> word() {
        return word;
    }

    /** What a hostile host can do about the jump table, and about INIT and SIPI. */
    List<Misbehaviour> misbehaviours() {
        List<Misbehaviour> all = new ArrayList<>();
        word.ifPresent(own -> {
            for (TablePage page : TablePage.values()) {
                all.add(new Misbehaviour("ap_jump_table = page " + page, SOURCE,
                        () -> !own.address.is(page.address()),
                        () -> own.address.become(page.address())));
            }
        });
        tables.ifPresent(pages -> all.add(new Misbehaviour("writes IP and CS of page SHARED",
                SOURCE, () -> !pages.entry(TablePage.SHARED).is(TableEntry.HOSTS),
                () -> pages.entry(TablePage.SHARED).become(TableEntry.HOSTS))));
        // Who begins as running is woken by nobody.
        woken.stream().skip(1).forEach(state -> withhold(state.vcpu, all));
        return all;
    }

    /** INIT and SIPI are the host's to deliver. */
    private static void withhold(Vcpu vcpu, List<Misbehaviour> all) {
        all.add(new Misbehaviour("withholds the INIT of vcpu" + vcpu.number(), WITHHELD,
                vcpu.pending::hasInit, vcpu.pending::testAndClearInit));
        all.add(new Misbehaviour("withholds the SIPI of vcpu" + vcpu.number(), WITHHELD,
                vcpu.pending::hasSipi, vcpu.pending::clearSipi));
    }

    /** What is promised. */
    void promise(ModelBuilder model) {
        tables.ifPresent(pages -> ApStartupPromises.ofTable(model, pages));
        again.ifPresent(starts -> ApStartupPromises.ofSecondStarts(model, starts));
        if (!entries.isEmpty()) {
            ApStartupPromises.ofFirstEntries(model, entries);
        }
        if (!holders.isEmpty()) {
            ApStartupPromises.ofHolds(model, holders.stream().map(state -> state.vcpu).toList());
        }
    }
}
