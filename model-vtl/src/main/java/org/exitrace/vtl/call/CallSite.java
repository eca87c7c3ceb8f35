package org.exitrace.vtl.call;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * Where a host design answers hypercalls: under which lock, in whose thread, and how it reaches
 * another virtual processor. What the calls do is told once, by each {@link HvCall}.
 *
 * @param <S> the thread that answers
 */
public interface CallSite<S> {

    /** Whom the host serves. */
    Guest guest();

    /** How this host was built. */
    Design design();

    /** The VTL that asks {@code thread}. */
    Vtl caller(S thread);

    /** One access to what is private to a VTL of the caller's own virtual processor. */
    void context(Block<S> code, int vtl, String access, Consumer<S> effect);

    /** Requests something of the local APIC of a VTL, and lets whoever runs it take notice. */
    void notice(Block<S> code, Vtl target, String request, Consumer<S> effect);

    /**
     * An ICR write of the VTL that {@code target} is on its own virtual processor. By itself it is
     * a notice; designs in which it takes another way say so.
     */
    default void interprocessor(Block<S> code, Vtl target, int vector, boolean shorthand) {
        present(code, target, there -> notice(there, target, "IRR", thread -> {
            target.lapic.request(vector);
            caller(thread).reaches(target);
        }), nobody -> nobody.local(thread -> caller(thread).reaches(target)));
    }

    /**
     * Of an interrupt for {@code target}: a VTL that its virtual processor does not have has no
     * local APIC there, and what is sent to it reaches nobody. One access, in machines in which
     * that can be. Source: docs/vtl.md c.3 N14 (reading).
     */
    default void present(Block<S> code, Vtl target, Consumer<Block<S>> there,
            Consumer<Block<S>> nobody) {
        if (guest().mayLackVtls() && target.number() > VtlNumber.LOWEST) {
            code.test("has vp" + target.vp().number() + " vtl" + target.number() + "?",
                    thread -> target.isEnabled(), there, nobody).costs(VtlCosts.ACCESS);
        } else {
            there.accept(code);
        }
    }

    /**
     * Of an ICR write with a logical destination: the local APIC of the VTL that {@code target} is
     * on its own virtual processor is looked at, and gets {@code vector} if it is named. By itself
     * one access reads its LDR; designs in which another local APIC is looked at say so.
     */
    default void logical(Block<S> code, Vtl target, long destination, int vector) {
        code.test("LDR of vp" + target.vp().number() + " vtl" + target.number(), thread ->
                caller(thread).names(target, target, destination),
                yes -> interprocessor(yes, target, vector, false)).costs(VtlCosts.ACCESS);
    }

    /**
     * Whose LDR {@code thread} looks at where a logical destination of lowest priority may mean
     * {@code target}; none if it is not looked at.
     */
    default Optional<Vtl> candidate(S thread, Vtl target) {
        return Optional.of(target);
    }

    /** What {@code inside} says, under the lock of what belongs to the whole partition. */
    void partition(Block<S> code, Consumer<Block<S>> inside);

    /**
     * Takes the translations of all VTLs below {@code vtl} away from all virtual processors; from
     * then on nobody may use one.
     */
    default void flush(Block<S> code, int vtl) {
        flush(code, vtl, (thread, reached) -> { });
    }

    /** The same; {@code reaches} is told of each VTL whose virtual processor is asked for it. */
    void flush(Block<S> code, int vtl, BiConsumer<S, Vtl> reaches);

    /**
     * {@code write} changes what VTLs may do with pages; from then on nobody goes by what they
     * could do before. By itself translations go behind the write, all under the lock of the
     * partition; hosts with tables of their own say more.
     */
    default void protects(Block<S> code, PageSpan span, Consumer<Block<S>> write) {
        partition(code, inside -> {
            write.accept(inside);
            flush(inside, span.above());
        });
    }

    /** How the host keeps TLB locks. */
    TlbLocks<S> locks();

    /** Enters a VTL above the caller, to which an intercept was told. */
    void intercept(Block<S> code, Function<S, Vtl> above);

    /** Where starts are handed over to the threads of others; else they are one step. */
    default Optional<Handover<S>> handover() {
        return Optional.empty();
    }

    /** Walks page tables of a VTL of the caller's own virtual processor. */
    default void walk(Block<S> code, int vtl, Consumer<S> effect) {
        context(code, vtl, "walk the page tables", effect);
    }

    /** At which CR3 such a walk begins. */
    default int walksFrom(S thread, Vtl target) {
        return read(thread, target, Register.CR3);
    }

    /** What an access reads of a register of {@code target}. */
    default int read(S thread, Vtl target, Register register) {
        return target.register(register).get();
    }

    /** An access has written that register of {@code target}. */
    default void written(S thread, Vtl target, Register register) {
    }

    /** The thread itself has requested something of {@code told}, of its virtual processor. */
    void recheck(S thread, Vtl told);

    /** The call gives {@code status}; a caller without one asks again when it goes on. */
    default void status(S thread, HvStatus status) {
        caller(thread).result.become(status.name());
    }
}
