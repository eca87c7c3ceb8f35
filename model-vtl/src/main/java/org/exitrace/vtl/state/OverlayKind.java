package org.exitrace.vtl.state;

import java.util.Arrays;
import java.util.List;
import org.exitrace.vtl.spec.HvMsr;

/**
 * The pages that a hypervisor lays over pages of the guest, for each VTL. Which of them one
 * processor has, and which the whole partition, follows its MSR. Source: docs/vtl.md c.5.
 */
public enum OverlayKind {
    /** The control block of a VTL. */
    ASSIST_PAGE("assist-page", HvMsr.VP_ASSIST_PAGE, true, 0),
    /** The stubs of a VTL call, a VTL return and any other hypercall. */
    HYPERCALL_PAGE("hypercall-page", HvMsr.HYPERCALL, false, Register.MOST),
    /** The slots of messages. */
    SIM("sim", HvMsr.SIMP, true, 0),
    /** The flags of events. */
    SIEF("sief", HvMsr.SIEFP, true, 0),
    /** Scale and offset of the reference time. */
    REFERENCE_TSC_PAGE("reference-tsc-page", HvMsr.REFERENCE_TSC, false, 1);

    private final String word;
    private final HvMsr msr;
    private final boolean ofProcessor;
    private final int content;

    OverlayKind(String word, HvMsr msr, boolean ofProcessor, int content) {
        this.word = word;
        this.msr = msr;
        this.ofProcessor = ofProcessor;
        this.content = content;
    }

    /** As scenarios write it. */
    public String word() {
        return word;
    }

    /** As steps call it. */
    public String noun() {
        return word.replace('-', ' ');
    }

    /** The name of its cells. */
    String cell() {
        return word.replace('-', '_');
    }

    /** The register that says where it lies. */
    public HvMsr msr() {
        return msr;
    }

    /** Whether each virtual processor has one; else all have the same. */
    public boolean isOfProcessor() {
        return ofProcessor;
    }

    /** What the hypervisor has written into it when it appears. */
    int content() {
        return content;
    }

    /** Whether the guest may write it: not the code of the hypervisor (from memory). */
    public boolean isWritable() {
        return this != HYPERCALL_PAGE;
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OverlayKind::word).toList();
    }

    /** The one that scenarios write like that. */
    public static OverlayKind of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word))
                .findFirst().orElseThrow();
    }
}
