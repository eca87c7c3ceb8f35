package org.exitrace.ghcb.psc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.ScriptLines;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.design.GuestCode;
import org.exitrace.ghcb.design.MemoryDesign;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.ExchangeOperations;
import org.exitrace.ghcb.memory.GuestMemory;
import org.exitrace.ghcb.memory.PageAnswer;
import org.exitrace.ghcb.memory.PageTable;
import org.exitrace.ghcb.memory.SnpSide;
import org.exitrace.ghcb.memory.Unaccepted;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** One virtual CPU with three pages, under a host that does what a test says at each VMGEXIT. */
final class GuestWithPages {

    private static final int PAGES = 3;

    /** Pages that are the guest's or not, and validated or not. */
    static final class Memory extends Region implements GuestMemory {

        final BitsCell assigned = cells().bits("assigned", PAGES).initially(7);
        final BitsCell validated = cells().bits("validated", PAGES).initially(7);

        Memory(CellScope scope) {
            super(scope);
        }

        @Override
        public int pages() {
            return PAGES;
        }

        @Override
        public PageAnswer pvalidate(int gfn, boolean valid) {
            if (validated.has(gfn) == valid) {
                return PageAnswer.UNCHANGED;
            }
            if (valid) {
                validated.add(gfn);
            } else {
                validated.remove(gfn);
            }
            return PageAnswer.DONE;
        }

        @Override
        public PageAnswer touch(int gfn) {
            if (!assigned.has(gfn)) {
                return PageAnswer.FAULT;
            }
            return validated.has(gfn) ? PageAnswer.DONE : PageAnswer.NOT_VALIDATED;
        }

        @Override
        public boolean isValidated(int gfn) {
            return validated.has(gfn);
        }
    }

    final GhcbGuest guest;
    final Memory memory;
    final List<Long> requests = new ArrayList<>();

    private final ModelBuilder model;
    private final Actor vcpu;
    private final ExchangeBounds bounds = new ExchangeBounds(
            1, PAGES + 1, PAGES);

    GuestWithPages(Consumer<GuestWithPages> host, String... switches) {
        model = new ModelBuilder("pages", design(switches));
        vcpu = model.actor("vcpu0");
        memory = new Memory(model.region("memory"));
        GuestCpu cpu = new GuestCpu(model.region("vcpu[0]"), 0, 1);
        cpu.running.initially(true);
        GhcbPage page = new GhcbPage(model.region("ghcb[0]"), 0,
                EnumSet.allOf(GhcbField.class), bounds.bufferWords());
        List<GhcbGuest> all = new ArrayList<>();
        SnpSide side = new SnpSide(model.region("snp[0]"), memory,
                new PageTable(model.region("page_table"), PAGES, Optional.of(
                        new Unaccepted(model.region("unaccepted"), PAGES, 1))));
        guest = new GhcbGuest(model.region("guest[0]"), cpu, List.of(page), all,
                new SharedWords(model.region("words")), Optional.of(side));
        all.add(guest);
        model.on(model.actor("host"), guest).step("handles VMGEXIT")
                .when(one -> cpu.exit.is(GuestExit.VMGEXIT))
                .then(one -> handle(host));
    }

    private void handle(Consumer<GuestWithPages> host) {
        requests.add(isByMsr() ? guest.msr.get() : header());
        guest.cpu.exit.clear();
        if (MsrInfo.of(guest.msr.get()).orElseThrow() != MsrInfo.TERMINATION_REQUEST) {
            host.accept(this);
            guest.cpu.enter();
        }
    }

    private static Design design(String... switches) {
        List<Switch<?>> all = new ArrayList<>(MemoryDesign.SWITCHES);
        all.add(GuestCode.SWITCH);
        Design design = Design.usual(all);
        for (String one : switches) {
            String[] pair = one.split("=");
            design = design.with(pair[0], pair[1]);
        }
        return design;
    }

    /** Whether the guest asks by the MSR. */
    boolean isByMsr() {
        return guest.msr.get() != guest.own().address();
    }

    /** The header of the guest's list. */
    long header() {
        return guest.own().buffer.get(0).get();
    }

    /** Writes the header of the guest's list. */
    void header(long header) {
        guest.own().buffer.get(0).become(header);
    }

    /** What the guest reads as result. */
    void result(long info1, long info2) {
        guest.own().write(GhcbField.SW_EXITINFO1, info1);
        guest.own().write(GhcbField.SW_EXITINFO2, info2);
    }

    /** Which pages are validated, by bit. */
    long validated() {
        return memory.validated.get();
    }

    /** Which pages are mapped shared, by bit. */
    long shared() {
        return guest.snp().table.shared.get();
    }

    /** Runs the script to rest, without checking any promise. */
    GuestWithPages runs(String... lines) {
        List<Operation<GhcbGuest>> operations = new ArrayList<>(ExchangeOperations.all(bounds));
        operations.addAll(MemoryOperations.all(bounds, model.design()));
        ScriptLines.script(operations, lines)
                .runBy(model, vcpu, guest).program().onlyWhile(GhcbGuest::executes);
        Model built = model.build();
        requests.clear();
        new Run(built, new InOrder()).withoutProperties().atMost(1_000).go();
        return this;
    }

    /** Whether nothing of an operation is left that is dead behind it. */
    boolean hasForgotten() {
        SnpSide snp = guest.snp();
        return snp.answer.is(PageAnswer.DONE) && snp.cur.is(0) && snp.end.is(0)
                && snp.issued.isClear() && snp.issuedCur.is(0) && snp.prepared.isClear()
                && snp.failed.isClear() && snp.pending.isClear();
    }

    /** What the last operation gave. */
    String result() {
        return guest.result.get();
    }
}
