package org.exitrace.kvm.mirrorvmm.design;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.design.Switch;

/**
 * What a mirror VM asks of its VMM, of OVMF or of its own code. Each has a switch of its own, so
 * that each can be forgotten alone. docs/mirror-vm.md tells where each was read.
 */
public enum MirrorRule {
    /** The binary is given to LAUNCH_UPDATE_DATA. */
    BINARY_IS_MEASURED("binary-is-measured",
            "Is the stand-alone binary given to LAUNCH_UPDATE_DATA, and not only copied?"),
    /** OVMF leaves the binary's memory alone. */
    BINARY_IS_RESERVED("binary-is-reserved",
            "Does OVMF know the range of the stand-alone binary, and leave it alone?"),
    /** The mirror and its VMSA are there before LAUNCH_FINISH. */
    MADE_BEFORE_FINISH("made-before-finish",
            "Is the mirror's vCPU made, and with SEV-ES measured, before LAUNCH_FINISH?"),
    /** Its instruction pointer is that of the entry. */
    STARTS_AT_ITS_ENTRY("starts-at-its-entry",
            "Does the VMM set the mirror's registers to those of its entry?"),
    /** Nobody enters before the driver has reserved the stack. */
    START_AFTER_DRIVER("start-after-driver",
            "Does the mirror start only after OVMF's driver has reserved its stack?"),
    /** The stack stays reserved when the operating system takes over. */
    STACK_IN_RUNTIME_MEMORY("stack-in-runtime-memory",
            "Is the stack in memory that stays reserved when the operating system takes over?"),
    /** A RAM block that comes or goes does so for the mirror too. */
    SLOTS_FOLLOW("slots-follow",
            "Do the mirror's memory slots follow when a RAM block comes or goes?"),
    /** A RAM block goes when nobody asks for it any more. */
    UNPLUG_WAITS("unplug-waits",
            "Does a RAM block's removal wait for the request that is being served?"),
    /** The request is whole before its flag is set. */
    GO_FLAG_LAST("go-flag-last",
            "Is Go written after all that belongs to the request?"),
    /** What was asked before the mirror came is answered. */
    KEEPS_EARLY_REQUEST("keeps-early-request",
            "Does the mirror leave alone a request that was made before it came?"),
    /** Who gave up one request makes no other. */
    TIMEOUT_IS_FINAL("timeout-is-final",
            "Does the VMM make no request any more once one has timed out?"),
    /** The mirror idles in the way that its loop knows. */
    IDLES_AS_EXPECTED("idles-as-expected",
            "Does the mirror idle in the way that the loop around KVM_RUN expects?"),
    /** No MSR is written to a vCPU without an interrupt controller. */
    NO_MSR_WRITES("no-msr-writes",
            "Are MSRs left out when the mirror's registers are written?"),
    /** Stopping the VM does not stop the mirror. */
    RUNS_ON_AT_STOP("runs-on-at-stop",
            "Does the mirror go on when all vCPUs of the main VM are stopped?"),
    /** Nobody in the guest waits for the mirror's vCPU, or takes it. */
    HIDDEN_VCPU("hidden-vcpu",
            "Is the mirror's vCPU left out of what the guest is told of its processors?"),
    /** A reset ends the mirror first. */
    ENDS_AT_RESET("ends-at-reset",
            "Is the mirror stopped before the main VM is reset, and started anew behind it?"),
    /** The mirror goes before its owner. */
    ENDS_BEFORE_OWNER("ends-before-owner",
            "Is the mirror ended before the main VM's descriptors and memory are given up?");

    private final Switch<Care> choice;

    MirrorRule(String label, String question) {
        choice = new Switch<>(label, question, Care.class, Care.KEPT);
    }

    /** The switch that says whether it is kept. */
    public Switch<Care> choice() {
        return choice;
    }

    /** The switches of all of them. */
    public static List<Switch<Care>> choices() {
        return Arrays.stream(values()).map(MirrorRule::choice).toList();
    }
}
