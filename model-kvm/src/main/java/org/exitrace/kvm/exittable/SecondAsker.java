package org.exitrace.kvm.exittable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.cpu.LapicOperations;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/**
 * What the first virtual CPU does where a row is asked by the second: {@code jump-table=0x9000}
 * before that, {@code INIT} and {@code SIPI} to it as soon as it does nothing more by itself.
 */
final class SecondAsker {

    /** The virtual CPU that a row is about, where there is one more. */
    static final int ASKED_BY_AP = 1;

    private static final String JUMP_TABLE = "jump-table=";
    private static final String DONE = "0";

    private final RowCalls calls;
    private final List<Long> tables = new ArrayList<>();
    private final List<String> wakes = new ArrayList<>();

    SecondAsker(RowCalls calls) {
        this.calls = calls;
    }

    /** Whether that is its to do. */
    boolean takes(String item) {
        if (item.equals("INIT") || item.equals("SIPI")) {
            wakes.add(item);
        } else if (item.startsWith(JUMP_TABLE)) {
            tables.add(calls.number(item.substring(JUMP_TABLE.length())));
        } else {
            return false;
        }
        if (calls.bounds().vcpus() <= ASKED_BY_AP) {
            throw calls.row().at().wrong("'" + item + "' is what another virtual CPU does: write"
                    + " vcpus=2 as the machine");
        }
        return true;
    }

    /** Who asks the row's question. */
    int asker() {
        return isIdle() ? 0 : ASKED_BY_AP;
    }

    private boolean isIdle() {
        return tables.isEmpty() && wakes.isEmpty();
    }

    /** What it does; empty where nothing. */
    Optional<Script<GhcbGuest>> script() {
        if (isIdle()) {
            return Optional.empty();
        }
        List<Call<GhcbGuest>> script = new ArrayList<>();
        for (long address : tables) {
            script.add(calls.set(0, GhcbField.SW_EXITCODE, NaeEvent.AP_JUMP_TABLE.code(), true));
            script.add(calls.set(0, GhcbField.SW_EXITINFO1, ApJumpTable.SET, true));
            script.add(calls.set(0, GhcbField.SW_EXITINFO2, address, true));
            script.add(calls.exit());
        }
        script.add(calls.call("write", "word", DONE));
        wakes.forEach(mode -> script.add(calls.call(LapicOperations.ICR_WRITE,
                "mode", mode, "to", Integer.toString(ASKED_BY_AP))));
        return Optional.of(new Script<>(script));
    }

    /** What the row's asker waits for first. */
    List<Call<GhcbGuest>> before() {
        return isIdle() ? List.of() : List.of(calls.call("await", "word", DONE));
    }
}
