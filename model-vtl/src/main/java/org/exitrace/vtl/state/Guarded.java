package org.exitrace.vtl.state;

import java.util.Arrays;
import java.util.List;
import org.exitrace.vtl.spec.CrIntercept;

/** What of a lower VTL a higher one may intercept. Source: docs/vtl.md a.5, c.3 N9. */
public enum Guarded {
    /** A write of CR4: only if a bit under the mask changes. */
    CR4("cr4", CrIntercept.CR4_WRITE),
    /** A write of EFER: each. */
    EFER("efer", CrIntercept.EFER_WRITE),
    /** INIT and SIPI for a virtual processor; another register decides about that. */
    STARTUP("startup", null),
    /** An access to the I/O port: a hypercall decides about that. */
    PORT("port", null);

    private final String word;
    private final CrIntercept control;

    Guarded(String word, CrIntercept control) {
        this.word = word;
        this.control = control;
    }

    /** As scripts write it. */
    public String word() {
        return word;
    }

    /** The bit of CrInterceptControl that asks for it; 0 for what is no register. */
    public long bit() {
        return control == null ? 0 : control.bit();
    }

    /** Whether it is a write of a register. */
    boolean isRegister() {
        return control != null;
    }

    /** Whether a mask beside the bit tells which bits count. */
    public boolean hasMask() {
        return control != null && control.hasMask();
    }

    /** The registers, as scripts write them. */
    public static List<String> registers() {
        return List.of(CR4.word, EFER.word);
    }

    /** What scripts write like that. */
    public static Guarded of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word))
                .findFirst().orElseThrow();
    }
}
