package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * {@code sev->ap_jump_table}: one word per VM without lock or check, 0 until a guest sets it.
 * Source: docs/ghcb.md f.2; docs/ap-boot.md a.5.
 */
public final class JumpTableWord extends Region implements ExitGroup<NaeEvent> {

    /** The word. */
    public final WordCell address = cells().word("ap_jump_table");

    /** Declares the word in {@code scope}. */
    public JumpTableWord(CellScope scope) {
        super(scope);
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.AP_JUMP_TABLE);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        code.when(state -> asks(state, ApJumpTable.SET), set -> set
                .step("ap_jump_table = SW_EXITINFO2",
                        state -> address.become(state.copy(GhcbField.SW_EXITINFO2)))
                .costs(Reply.COST).done());
        code.when(state -> asks(state, ApJumpTable.GET), get -> {
            get.step("reads ap_jump_table", state -> state.become(
                    GhcbField.SW_EXITINFO2, address.get())).costs(Reply.COST);
            Reply.set(get, GhcbField.SW_EXITINFO2, state -> state.copy(GhcbField.SW_EXITINFO2));
            get.done();
        });
        Reply.refuse(code, GhcbReply.INVALID_INPUT);
    }

    private static boolean asks(SevEsState state, int request) {
        return state.copy(GhcbField.SW_EXITINFO1) == request;
    }
}
