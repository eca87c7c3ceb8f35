package org.exitrace.kvm.tracepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which event of a vCPU's thread may follow which: read in KVM, and held against all states. */
class VcpuLoopTest {

    /** In vcpu_run, between exits and entries. */
    private static final Set<VcpuEvent> HOST = EnumSet.of(VcpuEvent.ENTRY, VcpuEvent.HANDLED,
            VcpuEvent.EMULATED, VcpuEvent.NESTED, VcpuEvent.INJECT_LAST, VcpuEvent.INJECT_MORE,
            VcpuEvent.INJECT_UNSURE, VcpuEvent.INJECT_EXCEPTION, VcpuEvent.USER_EXIT);
    /** In kvm_vcpu_halt. */
    private static final Set<VcpuEvent> HALT =
            EnumSet.of(VcpuEvent.HALT_POLL, VcpuEvent.WAKEUP);

    private static Set<VcpuEvent> named(String words) {
        Set<VcpuEvent> all = EnumSet.noneOf(VcpuEvent.class);
        for (String word : words.split(" ")) {
            switch (word) {
                case "HOST" -> all.addAll(HOST);
                case "HALT" -> all.addAll(HALT);
                default -> {
                    if (word.startsWith("-")) {
                        all.remove(VcpuEvent.valueOf(word.substring(1)));
                    } else {
                        all.add(VcpuEvent.valueOf(word));
                    }
                }
            }
        }
        return all;
    }

    /**
     * A vCPU whose VMSA is taken away halts from anywhere in the host. Open requests by the page
     * can be followed by their end, by an entry never.
     */
    @ParameterizedTest
    @CsvSource({
        "ENTRY, EXIT EXIT_HLT EXIT_VMGEXIT USER_EXIT",
        "EXIT, HOST HALT",
        "EXIT_HLT, HOST HALT",
        "EXIT_VMGEXIT, HOST HALT GHCB_ENTER GHCB_HLT GHCB_HOLD MSR_ENTER MSR_HOLD",
        "HANDLED, HOST HALT GHCB_EXIT MSR_EXIT MSR_UNKNOWN",
        "EMULATED, HOST HALT GHCB_EXIT",
        "NESTED, HOST HALT GHCB_ENTER GHCB_HLT GHCB_HOLD GHCB_EXIT MSR_ENTER MSR_HOLD",
        "INJECT_LAST, HOST HALT GHCB_EXIT",
        "INJECT_MORE, HOST HALT GHCB_EXIT",
        "INJECT_UNSURE, HOST HALT GHCB_EXIT",
        "INJECT_EXCEPTION, HOST HALT GHCB_EXIT",
        "HALT_POLL, HALT",
        "WAKEUP, HOST HALT GHCB_EXIT",
        "USER_EXIT, HOST HALT GHCB_EXIT",
        "GHCB_ENTER, HOST -ENTRY HALT GHCB_EXIT",
        "GHCB_HLT, HOST -ENTRY HALT GHCB_EXIT",
        "GHCB_HOLD, HOST -ENTRY HALT GHCB_EXIT",
        "GHCB_EXIT, HOST HALT",
        "MSR_ENTER, HANDLED MSR_EXIT MSR_UNKNOWN",
        "MSR_HOLD, HANDLED MSR_EXIT MSR_UNKNOWN",
        "MSR_EXIT, HOST HALT",
        "MSR_UNKNOWN, HOST HALT",
    })
    void theNextEventOfAThreadIsOneOfThese(VcpuEvent event, String next) {
        assertThat(new LoopGraph(false, true).behind(event)).isEqualTo(named(next));
    }

    /** A vCPU that was not started waits in kvm_vcpu_block, one without a VMSA is HALTED. */
    @Test
    void aTraceBeginsInTheHostOrInAWait() {
        assertThat(new LoopGraph(false, true).first()).isEqualTo(named("HOST HALT"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatOthersSendIsAcceptedInEachState(boolean posted) {
        assertThat(new LoopGraph(posted, true).possible()).isNotEmpty()
                .allMatch(here -> here.contains(VcpuEvent.ACCEPT)
                        && here.contains(VcpuEvent.START));
    }

    /** Of the wait that it spares no tracepoint tells. */
    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true"})
    void aHaltThatNobodyEndsBeforehandWaits(boolean posted, boolean accepts, boolean spared) {
        Set<VcpuEvent> next = new LoopGraph(posted, accepts).behind(VcpuEvent.EXIT_HLT);

        assertThat(next).containsAll(HALT);
        assertThat(next.contains(VcpuEvent.ENTRY)).isEqualTo(spared);
    }

    /** As long as nobody starts the vCPU; kvm_vcpu_block printed its end before 5.17. */
    @Test
    void theWaitOfAHoldIsNoHaltOfWhichPollingTells() {
        assertThat(new LoopGraph(false, false).behind(VcpuEvent.GHCB_HOLD))
                .contains(VcpuEvent.WAKEUP).doesNotContain(VcpuEvent.HALT_POLL);
    }

    @Test
    void eachEventIsPossibleSomewhere() {
        Set<VcpuEvent> seen = EnumSet.noneOf(VcpuEvent.class);
        new LoopGraph(false, true).possible().forEach(seen::addAll);

        assertThat(seen).containsExactlyInAnyOrder(VcpuEvent.values());
        assertThat(Arrays.stream(VcpuEvent.values()).map(VcpuEvent::toString))
                .doesNotHaveDuplicates();
    }
}
