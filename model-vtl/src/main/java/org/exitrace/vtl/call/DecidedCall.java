package org.exitrace.vtl.call;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Vtl;

/** A hypercall that is decided by the checks of docs/vtl.md b.3 before it does anything. */
interface DecidedCall extends HvCall {

    /** What is decided of it for {@code caller}. */
    Decision<HvStatus> decide(CallerView caller);

    /** Goes on with {@code allowed} unless it is refused; then the caller has its status. */
    default <S> void unlessRefused(
            Block<S> code, CallSite<S> site, Consumer<Block<S>> allowed) {
        code.when(thread -> !refuse(site, site.caller(thread)), allowed);
    }

    /** Whether the call is refused; then the caller has its status. */
    default <S> boolean refuse(CallSite<S> site, Vtl caller) {
        return refuse(site, caller, this::decide);
    }

    /** The same of anything else that is decided of it. */
    static <S> boolean refuse(CallSite<S> site, Vtl caller,
            Function<GuestCaller, Decision<HvStatus>> decide) {
        GuestCaller view = GuestCaller.of(caller, site.guest(), site.design());
        Decision<HvStatus> decision = decide.apply(view);
        HvStatus status = decision.isRefused() ? preferred(decision) : HvStatus.SUCCESS;
        if (!view.isAsPublished() && !isAdmitted(decide.apply(view.asPublished()), status)) {
            site.guest().note(Breach.WRONG_STATUS);
        }
        if (decision.isRefused()) {
            caller.result.become(status.name());
        }
        return decision.isRefused();
    }

    private static boolean isAdmitted(Decision<HvStatus> published, HvStatus status) {
        return published.isRefused()
                ? published.answers().contains(status) : status == HvStatus.SUCCESS;
    }

    /** ACCESS_DENIED where it is admitted: it tells the least. */
    private static HvStatus preferred(Decision<HvStatus> decision) {
        return decision.answers().contains(HvStatus.ACCESS_DENIED)
                ? HvStatus.ACCESS_DENIED : decision.answer();
    }
}
