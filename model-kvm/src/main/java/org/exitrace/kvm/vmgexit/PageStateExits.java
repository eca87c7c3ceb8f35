package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.spec.PageStateList;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.spec.RunReturn;

/**
 * {@code snp_begin_psc} and {@code snp_complete_one_psc}: contiguous entries become one
 * KVM_HC_MAP_GPA_RANGE, one after the other, until the list is done or something is wrong. The
 * result stands in SW_EXITINFO2; SW_EXITINFO1 is 0 in any case.
 */
public final class PageStateExits implements ExitGroup<NaeEvent> {

    /** What user space may answer besides 0: EAGAIN and EINVAL. */
    static final List<Long> ERRORS = List.of(11L, 22L);

    private static final String SOURCE = "sev.c snp_begin_psc, __snp_complete_one_psc";
    private static final String COST = Reply.COST;

    private final boolean exits;
    private final boolean idles;
    private final boolean onceIndices;
    private final boolean onceEntries;
    private final boolean checksRoom;
    private final boolean checksAnswer;
    private final PageStateBuffer buffer;
    private final Scratch scratch;
    private final Kernel kernel;

    /** The handler of a host of {@code kernel}; {@code works} by virtual CPU. */
    public PageStateExits(
            Kernel kernel, GuestVm vm, Scratch scratch, List<PageStateWork> works) {
        this.kernel = kernel;
        this.scratch = scratch;
        exits = vm.hypercallExits();
        idles = kernel.idlesAtLists();
        onceIndices = kernel.has(VmgexitChange.D_LIST_INDEX);
        onceEntries = kernel.has(VmgexitChange.B_52);
        checksRoom = kernel.has(VmgexitChange.B_53);
        checksAnswer = kernel.has(VmgexitChange.B_98);
        buffer = new PageStateBuffer(works, checksRoom);
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.PAGE_STATE_CHANGE);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        scratch.setUp(code, true, state -> checksRoom ? Long.BYTES
                : state.copy(GhcbField.SW_EXITINFO2));
        code.when(state -> !buffer.resolve(state), outside -> {
            Refusal.write(outside, kernel, GhcbReply.INVALID_SCRATCH_AREA);
            outside.done();
        });
        if (idles) {
            finish(code, 0);
            return;
        }
        if (!exits) {
            finish(code, PageStateList.GENERIC);
            return;
        }
        if (onceIndices) {
            readIndices(code, false);
        }
        code.call(ranges());
    }

    @Override
    public void complete(Block<SevEsState> code, NaeEvent event) {
        if (checksAnswer) {
            code.when(state -> !isAnswer(state.data.get()), nonsense -> nonsense
                    .done(SevEsState::failOnAnswer));
        }
        code.when(state -> !state.data.is(0), failed -> {
            finish(failed, PageStateList.GENERIC);
            failed.done();
        });
        completeRange(code);
        code.call(ranges());
    }

    static boolean isAnswer(long answer) {
        return answer == 0 || ERRORS.contains(answer);
    }

    private PageStateWork work(SevEsState state) {
        return buffer.of(state);
    }

    /** Ranges one after the other, up to one that user space must convert, or the end. */
    private Routine<SevEsState> ranges() {
        return Routine.named("snp_begin_psc", SOURCE, code -> code.forever(next -> {
            if (!onceIndices) {
                readIndices(next, true);
            }
            next.when(state -> work(state).end.get() >= most(state), wrong -> {
                finish(wrong, PageStateList.INVALID_HEADER);
                wrong.done();
            });
            next.call(findRange());
            next.when(state -> work(state).inflight.is(0), Block::done);
            merge(next);
            next.local(state -> work(state).noteHandled());
            next.when(state -> work(state).isSupported(), convert -> convert
                    .done(state -> state.leave(RunReturn.KVM_EXIT_HYPERCALL, 0)));
            completeRange(next);
        }));
    }

    /** How many entries a list may have: what fits, or a constant that is right at 0x800 only. */
    private int most(SevEsState state) {
        return checksRoom ? buffer.room(state) : state.page().buffer.size() - 1;
    }

    private void readIndices(Block<SevEsState> code, boolean mayBeAgain) {
        code.step("reads cur_entry", state -> {
            if (mayBeAgain && !work(state).handled.isEmpty()) {
                state.fetchedTwice.raise();
            }
            work(state).index.become(PageStateList.cur(buffer.header(state)));
        }).costs(COST).step("reads end_entry", state -> work(state).end.become(
                PageStateList.end(buffer.header(state)))).costs(COST);
    }

    /** The first entry that is not done; afterwards nothing is in flight where there is none. */
    private Routine<SevEsState> findRange() {
        return Routine.named("snp_begin_psc", SOURCE, code -> code.forever(each -> {
            each.when(state -> work(state).index.get() > work(state).end.get(), none -> {
                finish(none, 0);
                none.done();
            });
            readEntry(each);
            each.local(state -> work(state).beginRange());
            each.when(state -> work(state).pages.get() > 0, Block::done);
            each.local(state -> {
                work(state).endRange();
                work(state).index.increment();
            });
            each.step("cur_entry++", state -> buffer.header(state, PageStateList.withCur(
                    buffer.header(state), PageStateList.cur(buffer.header(state)) + 1L)))
                    .costs(COST);
        }));
    }

    private void readEntry(Block<SevEsState> code) {
        code.step("reads an entry", state -> work(state).entry.become(
                buffer.entry(state, work(state).index.get()))).costs(COST);
        code.when(state -> !PageStateWork.isSound(work(state).entry.get()), wrong -> {
            finish(wrong, PageStateList.INVALID_ENTRY);
            wrong.done();
        });
        code.given(!onceEntries, again -> again.step("reads the entry again", state -> {
            long now = buffer.entry(state, work(state).index.get());
            state.fetchedTwice.raise();
            if (now != work(state).entry.get()) {
                work(state).unchecked.raise();
            }
            work(state).entry.become(now);
        }).costs(COST));
    }

    private void merge(Block<SevEsState> code) {
        code.forever(each -> {
            each.when(state -> work(state).index.get() + work(state).inflight.get()
                    > work(state).end.get(), Block::leave);
            each.test("the next entry goes on?", this::goesOn, yes -> { }, Block::leave)
                    .costs(COST);
        });
    }

    private boolean goesOn(SevEsState state) {
        PageStateWork work = work(state);
        long next = buffer.entry(state, work.index.get() + work.inflight.get());
        if (!work.isFollowedBy(next)) {
            return false;
        }
        work.pages.become(work.pages.get() + PageStateWork.pagesOf(next));
        work.inflight.increment();
        return true;
    }

    private void completeRange(Block<SevEsState> code) {
        code.forever(each -> {
            each.when(state -> work(state).inflight.is(0), Block::leave);
            each.step("marks an entry done", state -> {
                PageStateWork work = work(state);
                long entry = buffer.entry(state, work.index.get());
                buffer.entry(state, work.index.get(), PageStateList.withCurPage(
                        entry, PageStateWork.pagesOf(entry)));
                work.index.increment();
                work.inflight.decrement();
            }).costs(COST);
        });
        code.step("writes cur_entry", state -> buffer.header(state, PageStateList.withCur(
                buffer.header(state), work(state).index.get()))).costs(COST);
        code.local(state -> work(state).endRange());
    }

    /** {@code snp_complete_psc}. */
    private void finish(Block<SevEsState> code, long result) {
        code.local(state -> work(state).forget());
        Reply.set(code, 0, state -> result);
    }
}
