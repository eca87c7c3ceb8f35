package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What the hypervisor does wrong, alone: real bugs, and neglects that break an invariant. */
public enum HypervisorBug implements SwitchValue {
    /** Nothing. */
    NONE("none", "it does all that it promises", "docs/vtl.md b.3, g"),
    /** A check is left out. */
    TAKES_ANY_VTL("takes-any-vtl", "a VTL above MaximumVtl is enabled",
            "ours, for I-05", "maximum"),
    /** A check is left out. */
    TAKES_VTL_OF_NOBODY("takes-vtl-of-nobody", "a virtual processor gets a VTL that the partition"
            + " has not enabled", "ours, for I-02", "partition-vtl"),
    /** A check is left out. */
    CLEARS_PROTECTION("clears-protection", "EnableVtlProtection can be cleared",
            "ours, for I-09", "config-cleared"),
    /** A check is left out. */
    CHANGES_DEFAULT("changes-default", "the default mask can be changed while protections are"
            + " enabled", "ours, for I-09", "config-frozen"),
    /** A check is left out. */
    TELLS_BELOW("tells-below", "a VTL may ask for registers of a higher one",
            "ours, for I-46", "vtl-above"),
    /** A check is left out. */
    WRITES_STATUS("writes-status", "registers that only tell how things are can be written",
            "ours, for I-48", "read-only"),
    /** A check is left out. */
    TAKES_ANY_MASK("takes-any-mask", "a mask is taken that writes or executes without reading",
            "ours, for I-45", "flags"),
    /** A check is left out. */
    VINA_OF_VTL0("vina-of-vtl0", "VTL0 has a VsmVina like the others",
            "docs/vtl.md f B32", "no-instance"),
    /** A check is left out. */
    NARROWS_ANY_VTL("narrows-any-vtl", "a VTL may set the rights of any VTL",
            "ours, for I-34", "vtl-not-lower"),
    /** Which bit decides. */
    ONE_EXECUTE_BIT("one-execute-bit", "either bit of a mask lets both modes execute",
            "ours, for I-35"),
    /** When it decides. */
    UMX_WITHOUT_MBEC("umx-without-mbec", "user mode goes by UMX though mode-based execution control"
            + " is off", "ours, for I-35"),
    /** Who is told. */
    TELLS_HIGHEST("tells-highest", "an access is told to the highest VTL that forbids it",
            "ours, for I-36"),
    /** Who is told. */
    TELLS_ABSENT("tells-absent", "an access is told to the lowest VTL that forbids it, whether its"
            + " virtual processor has that VTL or not", "ours, for I-03, I-36"),
    /** What is tried again. */
    SKIPS_ACCESS("skips-access", "an instruction whose access was forbidden counts as carried out",
            "ours, for I-36"),
    /** Which writes. */
    IGNORES_INTERCEPT_MASK("ignores-intercept-mask", "each write of CR4 is intercepted, whatever"
            + " the mask says", "docs/vtl.md f B33"),
    /** Which bits. */
    SHOWS_GROUP("shows-group", "the id of a local APIC shows the guest which group its vCPU is of",
            "ours, for I-68"),
    /** Whose local APIC. */
    DISABLES_ALL_APICS("disables-all-apics", "a VTL that enables or disables its local APIC does so"
            + " to those of all VTLs of its virtual processor", "ours, for I-68"),
    /** When a processor is reset. */
    DEFERRED_INIT("deferred-init", "the first INIT of a processor is carried out when its thread"
            + " begins, and forgets a start that came before", "docs/vtl.md f B01"),
    /** Which address. */
    FLUSHES_ANY_ADDRESS("flushes-any-address", "a flush hands an address that is not canonical to"
            + " the processor, which faults in the host", "docs/vtl.md f B44"),
    /** From where. */
    CALLS_FROM_REAL_MODE("calls-from-real-mode", "a VTL call in real mode or in user mode is"
            + " carried out", "ours, for I-22"),
    /** Who sees it. */
    OVERLAY_FOR_ALL("overlay-for-all", "an overlay page of one VTL lies there for all of them",
            "ours, for I-43"),
    /** Where it is written. */
    OVERLAY_IN_PAGE("overlay-in-page", "an overlay page is written into the page of the guest, and"
            + " lies over nothing", "Linux arch/x86/kvm/hyperv.c: hypercall page and reference TSC"
            + " page (from memory)"),
    /** What it changes. */
    OVERLAY_UNPROTECTS("overlay-unprotects", "who gets an overlay page over a page gets its rights"
            + " to that page back", "docs/vtl.md f B29"),
    /** Whose pages. */
    CHANGES_PINNED("changes-pinned", "rights of a page change while it is pinned for a device",
            "docs/vtl.md f B14", "fixed"),
    /** What is zeroed. */
    RESET_KEEPS_MEMORY("reset-keeps-memory", "a reset does not zero memory", "ours, for I-44"),
    /** What is disabled. */
    RESET_KEEPS_VTLS("reset-keeps-vtls", "a reset leaves VTLs enabled", "ours, for I-04"),
    /** Where it is written. */
    WRITES_WITHOUT_PAGE("writes-without-page", "an entry writes the control block to the first page"
            + " of the guest where the VTL has no assist page", "ours, for I-21"),
    /** How often. */
    DELIVERS_TWICE("delivers-twice", "an interrupt that was delivered stays requested",
            "ours, for I-29"),
    /** Where the caller goes on. */
    CALLS_AGAIN("calls-again", "behind a VTL call and its return the caller makes the call again",
            "ours, for I-19"),
    /** A set is written, not added to. */
    REPLACES_SET("replaces-set", "who enables a VTL writes the set of those enabled, and does not"
            + " add to it", "ours, for I-01, I-02, I-04"),
    /** Whose registers are written. */
    CONTEXT_OF_CALLER("context-of-caller", "enabling a VTL on a processor writes the initial"
            + " context to the caller's own", "docs/vtl.md f B23"),
    /** What is reported. */
    COUNTS_REFUSED("counts-refused", "a list reports the page that was refused as done",
            "ours, for I-10"),
    /** Where to go on. */
    FORGETS_REP_START("forgets-rep-start", "a list that stops between two pages does not say where",
            "ours, for I-49"),
    /** Who ends it. */
    APICV_WITH_AUTO_EOI("apicv-with-auto-eoi", "the processor delivers interrupts of a SINT with"
            + " AutoEoi by itself, and waits for an EOI that nobody writes", "docs/vtl.md f B48"),
    /** In which order. */
    RAISES_BEFORE_FLAG("raises-before-flag", "a SINT is raised before its event flag is set",
            "ours, for I-55-flags"),
    /** Whose status. */
    STATUS_OF_ASKED("status-of-asked", "VsmVpStatus tells the VTL that the caller names instead of"
            + " the active one", "ours, for I-03-status"),
    /** Who runs. */
    ACTIVATES("activates", "enabling a VTL on a processor makes it the active one",
            "docs/vtl.md f B08"),
    /** A reset. */
    RESUMES_EARLY("resumes-early", "a reset goes on before each processor is through",
            "docs/vtl.md f B18"),
    /** Synthetic timers. */
    ALL_TIMERS_LAZY("all-timers-lazy", "takes each periodic synthetic timer for lazy, and tries"
            + " no message of one again", "docs/vtl.md a.8");

    /** What does the hypervisor do wrong? */
    public static final Switch<HypervisorBug> SWITCH = new Switch<>("hypervisor-bug",
            "What does the hypervisor do wrong?", HypervisorBug.class, NONE);

    private final Text text;
    private final String check;

    HypervisorBug(String label, String meaning, String source) {
        this(label, meaning, source, "");
    }

    HypervisorBug(String label, String meaning, String source, String check) {
        text = new Text(label, meaning, source);
        this.check = check;
    }

    @Override
    public Text text() {
        return text;
    }

    /** Whether it is that the check of that name is left out. */
    public boolean forgets(String name) {
        return check.equals(name);
    }
}
