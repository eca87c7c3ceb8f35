package org.exitrace.vtl.host;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;

/** What each thread that runs a virtual processor waits for first. */
public final class Startup {

    private Startup() {
    }

    /** Until the virtual processor of a thread has been started (docs/vtl.md c.6). */
    public static <R> Block<R> await(Block<R> code, Guest guest, Function<R, Vp> vp) {
        return await(code, guest, vp, thread -> { });
    }

    /** The same; then the thread takes over in which VTL it was, as {@code begins} says. */
    public static <R> Block<R> await(
            Block<R> code, Guest guest, Function<R, Vp> vp, Consumer<R> begins) {
        return code.given(guest.startsLater(), text -> text
                .given(guest.initsLate(), late -> initLate(late, guest, vp))
                .await("wait until the virtual processor is started", thread ->
                        guest.partition().started.has(vp.apply(thread).number()), begins)
                .mayRest());
    }

    /** B01: the thread carries out the first INIT when it begins. */
    public static <R> void initLate(Block<R> code, Guest guest, Function<R, Vp> vp) {
        code.step("self-INIT, deferred from the boot",
                thread -> guest.partition().initsLate(vp.apply(thread)));
    }
}
