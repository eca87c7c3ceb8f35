package org.exitrace.ghcb.psc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.ScriptLines;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.design.GuestCode;
import org.exitrace.ghcb.design.MemoryDesign;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.ExchangeOperations;
import org.exitrace.ghcb.host.GuestSetUp;
import org.exitrace.ghcb.host.PlainMemory;
import org.exitrace.ghcb.memory.PageAnswer;
import org.exitrace.ghcb.memory.PageTable;
import org.exitrace.ghcb.memory.SnpSide;
import org.exitrace.ghcb.memory.Unaccepted;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** One virtual CPU with three pages, under a host that does what a test says at each VMGEXIT. */
final class GuestWithPages {

    private static final int PAGES = 3;

    final GhcbGuest guest;
    final PlainMemory memory;
    final List<Long> requests = new ArrayList<>();

    private final ModelBuilder model;
    private final Actor vcpu;
    private final ExchangeBounds bounds = new ExchangeBounds(
            1, PAGES + 1, PAGES);

    GuestWithPages(Consumer<GuestWithPages> host, String... switches) {
        model = new ModelBuilder("pages", GuestSetUp.design(switches(), switches));
        vcpu = model.actor("vcpu0");
        memory = new PlainMemory(model.region("memory"), PAGES);
        SnpSide side = new SnpSide(model.region("snp[0]"), memory,
                new PageTable(model.region("page_table"), PAGES, Optional.of(
                        new Unaccepted(model.region("unaccepted"), PAGES, 1))));
        guest = new GuestSetUp(model, List.of(GuestSetUp.page(model, 0, bounds.bufferWords())),
                new ArrayList<>(), new SharedWords(model.region("words")))
                .add(0, Optional.of(side), one -> handle(host));
    }

    private void handle(Consumer<GuestWithPages> host) {
        requests.add(isByMsr() ? guest.msr.get() : header());
        if (!GuestSetUp.asksToBeEnded(guest)) {
            host.accept(this);
            guest.cpu.enter();
        }
    }

    private static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(MemoryDesign.SWITCHES);
        all.add(GuestCode.SWITCH);
        return all;
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
