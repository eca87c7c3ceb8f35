package org.exitrace.kvm.vmgexit;

import java.util.function.ToLongFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;

/**
 * What the host writes into the mapped GHCB page. Value and valid bit lie in different words: two
 * accesses, two steps.
 */
public final class Reply {

    static final String COST = "kvm.access";

    private Reply() {
    }

    /** Writes a field and its valid bit. */
    static void set(Block<SevEsState> code, GhcbField field, ToLongFunction<SevEsState> value) {
        code.step(field + " is written", state ->
                        state.page().write(field, value.applyAsLong(state))).costs(COST)
                .step(field + " is marked valid", state ->
                        state.page().markValid(field)).costs(COST);
    }

    /** {@code ghcb_set_sw_exit_info_1} and {@code _2}. */
    static void set(Block<SevEsState> code, long info1, ToLongFunction<SevEsState> info2) {
        set(code, GhcbField.SW_EXITINFO1, state -> info1);
        set(code, GhcbField.SW_EXITINFO2, info2);
    }

    /** {@code svm_vmgexit_bad_input}: the request was malformed. */
    public static void refuse(Block<SevEsState> code, int how) {
        set(code, GhcbReply.MALFORMED_INPUT, state -> how);
        code.local(state -> state.refused.raise());
    }
}
