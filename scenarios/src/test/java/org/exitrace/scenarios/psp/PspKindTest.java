package org.exitrace.scenarios.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Arguments;
import org.exitrace.psp.PspMachine;
import org.exitrace.scenarios.doorbell.OwnFile;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.profile.ProfileFile;
import org.exitrace.scenarios.profile.ProfileReader;
import org.junit.jupiter.api.Test;

class PspKindTest {
    private static final OwnFile FILE = new OwnFile("""
            format: 1
            scenario: own
            title: One command
            about: One command.
            sources: [none]
            machine: {kind: psp, handles: 2, pages: 1, asids: 3}
            programs:
              host0:
                - {op: INIT, expect: SUCCESS}
                - CALL
            designs:
              today: {expect: verified, explore: true}
            """);

    @Test
    void refusesACommandThatTheFirmwareDoesNotKnow() {
        assertThat(problems("{op: LAUNCH_STRAT}")).containsExactly("own.yaml:10:12: 'host' has no"
                + " operation 'LAUNCH_STRAT'; did you mean 'LAUNCH_START'?");
    }

    @Test
    void refusesAHandleOutOfRangeByTheNameOfTheBound() {
        assertThat(problems("{op: DECOMMISSION, handle: 3}")).containsExactly("own.yaml:10:34:"
                + " 'handle' is one of mine, 0, 1, 2, not '3'; the machine's 'handles: 2' is the"
                + " bound");
    }

    @Test
    void refusesAnAsidOutOfRangeByTheNameOfTheBound() {
        assertThat(problems("{op: ACTIVATE, asid: 9}")).containsExactly("own.yaml:10:28:"
                + " 'asid' is a whole number from 0 to 4, not '9'; the machine's 'asids: 3' is the"
                + " bound");
    }

    @Test
    void refusesAPageOutOfRangeByTheNameOfTheBound() {
        assertThat(problems("{op: SNP_GCTX_CREATE, gctx: 1}")).containsExactly("own.yaml:10:35:"
                + " 'gctx' is a whole number from 0 to 0, not '1'; the machine's 'pages: 1' is the"
                + " bound");
        assertThat(problems("{op: RMPUPDATE, page: 4}")).containsExactly("own.yaml:10:29:"
                + " 'page' is a whole number from 0 to 0, not '4'; the machine's 'pages: 1' is the"
                + " bound");
    }

    @Test
    void refusesPageCommandsOfAMachineWithoutPagesByTheNameOfTheBound() {
        for (String operation : List.of("SNP_PAGE_RECLAIM", "RMPUPDATE", "COPY",
                "snp_handle_guest_req")) {
            assertThat(FILE.calling("{op: " + operation + ", page: 1}")
                    .with("pages: 1", "pages: 0").problems()).containsExactly("own.yaml:10:12: '"
                    + operation + "' needs a page that the machine has not; the machine's"
                    + " 'pages: 0' is the bound");
        }
        assertThat(FILE.calling("{op: INIT}").with("host0", "guest1")
                .with("pages: 1", "pages: 0").problems())
                .containsExactly("own.yaml:8:3: 'guest1' needs"
                + " a page that the machine has not; the machine's 'pages: 0' is the bound");
    }

    @Test
    void refusesAMachineThatIsTooLarge() {
        assertThat(FILE.calling("{op: INIT}")
                .with("pages: 1", "pages: 9").problems()).containsExactly(
                "own.yaml:6:41: 'pages' is a whole number from 0 to 8, not '9'");
        assertThat(FILE.calling("{op: INIT}")
                .with("pages: 1", "min-sev-asid: 5").problems()).containsExactly(
                "own.yaml:6:10: min-sev-asid is 1 to 4, not 5");
    }

    @Test
    void refusesASmallerMachineThatTheScriptsDoNotFit() {
        MachineSpec spec = FILE.calling("{op: DECOMMISSION, handle: 2}").read()
                .usualDesign().machine();

        assertThat(new PspKind().refuses(spec)).isEmpty();
        assertThat(new PspKind().refuses(spec.with("handles", 1))).hasValueSatisfying(why ->
                assertThat(why).startsWith("host0: DECOMMISSION(handle=2")
                        .endsWith("the machine's 'handles: 1' is the bound"));
        MachineSpec paged = FILE.calling("{op: SNP_PAGE_RECLAIM, page: 0}").read()
                .usualDesign().machine();
        assertThat(new PspKind().refuses(paged.with("pages", 0))).hasValueSatisfying(why ->
                assertThat(why).endsWith("the machine's 'pages: 0' is the bound"));
        assertThat(new PspKind().smallerMachines(spec)).isNotEmpty()
                .allMatch(smaller -> smaller.number("handles") == 2);
    }

    @Test
    void hasAProfileWhoseFiguresAreAssumedButForTheTimeouts() {
        ProfileFile profile = ProfileReader.named("sev-firmware");
        List<String> read = new ArrayList<>(profile.times().costs().keySet());
        read.removeAll(profile.assumedKeys());

        assertThat(profile.times().costs().keySet())
                .containsExactlyInAnyOrderElementsOf(PspMachine.TIMING_KEYS);
        assertThat(read)
                .containsExactlyInAnyOrder("driver.probe-timeout", "driver.cmd-timeout");
    }

    @Test
    void hasGuestsBesideTheHost() {
        assertThat(new PspKind().scriptableActors(Arguments.usual(new PspKind().parameters())))
                .containsKeys("host0", "host3", "guest0", "guest3").doesNotContainKey("guest4");
    }

    private static List<String> problems(String call) {
        return FILE.calling(call).problems();
    }
}
