package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.vtl.state.VtlBounds;

/** The hypercalls of a workload that is shaped like a guest's boot: see {@code guest.BootWork}. */
public final class BootCalls {

    /** Name of what VTL0 does. */
    public static final String BOOT = "boot";
    /** Name of what VTL1 does. */
    public static final String SERVE = "serve";

    private BootCalls() {
    }

    /** An interrupt for VTL1 of virtual processor {@code vp}. */
    public static SendIpi interrupt(int vp) {
        return new SendIpi(vp, 1, 0);
    }

    /** VTL0 may only read {@code page} from now on. */
    public static ModifyProtection protect(int page) {
        return new ModifyProtection(0, page, 1, Masks.of("r"));
    }

    /** VTL0 may write {@code page} again. */
    public static ModifyProtection release(int page) {
        return new ModifyProtection(0, page, 1, Masks.of("rw"));
    }

    /** All that the operation of that name makes; empty for any other operation. */
    static List<HvCall> of(String operation, VtlBounds bounds) {
        List<HvCall> calls = new ArrayList<>();
        if (operation.equals(BOOT)) {
            for (int vp = 0; vp < bounds.vps(); vp++) {
                calls.add(interrupt(vp));
            }
        } else if (operation.equals(SERVE)) {
            for (int page = 0; page < bounds.pages(); page++) {
                calls.add(protect(page));
                calls.add(release(page));
            }
        }
        return calls;
    }
}
