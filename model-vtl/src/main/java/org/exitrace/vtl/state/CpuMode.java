package org.exitrace.vtl.state;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** How a VTL of a virtual processor executes: who may ask the hypervisor for something. */
public final class CpuMode extends Region {

    /** CR0.PE and CPL. */
    public enum Mode {
        /** Protected mode at CPL 0. */
        KERNEL,
        /** Protected mode at CPL 3. */
        USER,
        /** Real mode. */
        REAL;

        /** As scripts write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** All words. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Mode::word).toList();
        }

        /** The mode that scripts write like that. */
        public static Mode of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** How it executes now. */
    public final EnumCell<Mode> mode = cells().choice("mode", Mode.class);
    /** A VTL call of it was carried out in another mode than that of the kernel. */
    public final FlagCell calledUp = ghost().flag("called_up");

    private final boolean callsFromAny;

    CpuMode(CellScope scope, boolean callsFromAny) {
        super(scope);
        this.callsFromAny = callsFromAny;
    }

    /** Whether the hypervisor does for it what the kernel asks for. */
    boolean isHeard() {
        return callsFromAny || mode.is(Mode.KERNEL);
    }
}
