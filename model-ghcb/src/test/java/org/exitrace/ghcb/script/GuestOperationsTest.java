package org.exitrace.ghcb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.script.ScriptLines;
import org.exitrace.engine.step.Step;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.host.GuestMachine;
import org.junit.jupiter.api.Test;

/** Conversations of scripted CPUs with the obliging host. */
class GuestOperationsTest {

    private static final String[] WAKES = {"icr-write mode=INIT to=1", "icr-write mode=SIPI to=1"};

    private static Script<ScriptedGuest> script(String... lines) {
        return script(1, lines);
    }

    private static Script<ScriptedGuest> script(int highestCpu, String... lines) {
        return ScriptLines.script(GuestOperations.all(highestCpu), lines);
    }

    private static GuestMachine machine(
            ApStart aps, Script<ScriptedGuest> bsp, Script<ScriptedGuest> ap) {
        return GuestMachine.of(new ScriptedGuests(aps, Map.of(0, bsp, 1, ap)));
    }

    private static GuestMachine bspOf(String... lines) {
        return GuestMachine.of(new ScriptedGuests(ApStart.OFF, Map.of(0, script(lines))));
    }

    @Test
    void eachOperationTellsWhatItTakesAndGives() {
        assertThat(GuestOperations.all(3)).extracting(Operation::name).containsExactly(
                "icr-write", "ap-reset-hold", "ap-jump-table", "hlt", "write", "await");
        assertThat(GuestOperations.all(3)).extracting(one -> one.results().size())
                .containsExactly(0, 2, 6, 0, 0, 0);
    }

    @Test
    void anIpiToACpuThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> bspOf("icr-write mode=INIT to=2").build())
                .hasMessageContaining("2");
        assertThatThrownBy(() -> script("icr-write mode=INIT to=2"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2");
    }

    @Test
    void aJumpTableThatWasSetIsFoundAgain() {
        bspOf("ap-jump-table do=get gives 0", "ap-jump-table do=set gives SET",
                "ap-jump-table do=get gives 1", "ap-jump-table do=get gives 1")
                .explore().isVerified().has(13, 13);
        bspOf("ap-jump-table do=set", "ap-jump-table do=get gives 1").withoutJumpTable()
                .explore().breaks("script-bsp").has(7, 7);
    }

    @Test
    void anAddressIsAnyThatWasSetAndOtherRequestsAreRefused() {
        bspOf("ap-jump-table do=set address=3 gives SET", "ap-jump-table do=get gives 3",
                "ap-jump-table do=other address=2 gives INVALID_INPUT",
                "ap-jump-table do=get gives 3").explore().isVerified();
        bspOf("ap-jump-table do=other gives SET").explore().breaks("script-bsp");
    }

    @Test
    void theFirstInitAndSipiStartTheApAndTheNextReleaseItsHold() {
        machine(ApStart.OFF,
                script(WAKES[0], WAKES[1], "await word=0", WAKES[0], WAKES[1]),
                script("write word=0", "ap-reset-hold form=nae gives RELEASED"))
                .explore().isVerified().has(46, 69);
        machine(ApStart.OFF,
                script(WAKES[0], WAKES[1], "await word=7", WAKES[0], WAKES[1]),
                script("write word=7", "ap-reset-hold form=msr gives RELEASED"))
                .explore().isVerified().has(46, 69);
    }

    @Test
    void anIpiWithATargetWakesNobodyElse() {
        GuestMachine.of(new ScriptedGuests(ApStart.RUNNING, Map.of(
                0, script(2, "icr-write mode=INIT to=2", "icr-write mode=SIPI to=2"),
                1, script(2, "ap-reset-hold form=nae", "await word=0"),
                2, script(2, "ap-reset-hold form=nae gives RELEASED")))).aps(2)
                .explore().isVerified().has(99, 217);
    }

    @Test
    void aHoldIsAskedForInTheFormThatTheScriptSays() {
        assertThat(stepsOf("ap-reset-hold form=nae"))
                .containsExactly("guest: VMGEXIT AP_RESET_HOLD", "guest: read SW_EXITINFO2");
        assertThat(stepsOf("ap-reset-hold form=msr"))
                .containsExactly("guest: VMGEXIT MSR 0x006", "guest: read GHCB MSR");
    }

    @Test
    void aJumpTableThatIsSetHasNoAddressToRead() {
        assertThat(stepsOf("ap-jump-table do=set")).containsExactly(
                "guest: VMGEXIT AP_JUMP_TABLE set", "guest: jump table set");
        assertThat(stepsOf("ap-jump-table do=get")).containsExactly(
                "guest: VMGEXIT AP_JUMP_TABLE get", "guest: read SW_EXITINFO2");
    }

    private static List<String> stepsOf(String line) {
        return machine(ApStart.RUNNING, script(), script(line)).build().steps().stream()
                .filter(step -> step.actor().name().equals("ap1")).map(Step::name).toList();
    }

    @Test
    void aSpuriousWakeEndsAHoldTooAndTheScriptCanTell() {
        GuestMachine holds = machine(ApStart.RUNNING, script(WAKES),
                script("ap-reset-hold form=nae gives RELEASED"));
        holds.explore().isVerified().has(33, 51);
        holds.spuriousWakes(1).explore().breaks("script-ap1").has(47, 72);
        machine(ApStart.RUNNING, script(WAKES),
                script("ap-reset-hold form=msr gives RELEASED|WOKEN")).spuriousWakes(1)
                .explore().isVerified().has(47, 72);
    }

    @Test
    void whoIsNeverSentASipiHoldsForEverAndThatIsNoDeadlock() {
        machine(ApStart.RUNNING, script(WAKES[0]), script("ap-reset-hold form=nae"))
                .explore().breaks("lost-wake-up").has(16, 22);
        machine(ApStart.RUNNING, script(), script("ap-reset-hold form=msr"))
                .explore().isVerified().has(3, 3);
    }

    @Test
    void aHoldThatMustBeReleasedAndIsNotNeverReturns() {
        machine(ApStart.RUNNING, script(), script("ap-reset-hold form=msr gives RELEASED"))
                .explore().breaks("script-ap1-returns", "script-ap1-through").has(3, 3);
    }

    @Test
    void anApThatBeginsParkedIsReleasedBeforeItsScriptBegins() {
        GuestMachine parked = machine(ApStart.PARKED, script(WAKES), script("hlt"));
        parked.explore().isVerified();
        parked.with("hold-form", "msr").parkedByMsr().explore().isVerified();
        parked.spuriousWakes(1).explore().isVerified();
        parked.with("hold-check", "nothing").spuriousWakes(1).explore()
                .breaks("S-15", "lost-wake-up");
    }

    @Test
    void anApThatBeginsParkedAndIsNeverReleasedDoesNotBeginItsScript() {
        machine(ApStart.PARKED, script(), script("ap-jump-table do=get gives 0")).explore()
                .breaks("script-ap1-returns", "script-ap1-through");
    }

    @Test
    void whoHaltsStaysThereUntilSomethingWakesIt() {
        GuestMachine halts = machine(ApStart.RUNNING, script("await word=1"),
                script("hlt", "write word=1"));
        halts.explore().breaks("deadlock").has(3, 3);
        halts.spuriousWakes(1).explore().isVerified().has(7, 7);
        machine(ApStart.RUNNING, script(), script("hlt", "write word=1")).explore()
                .isVerified().has(3, 3);
    }

    @Test
    void whoAwaitsAWordThatNobodyWritesIsStuck() {
        bspOf("write word=2", "await word=2").explore().isVerified().has(3, 3);
        bspOf("write word=2", "await word=3").explore().breaks("deadlock").has(2, 2);
    }

    @Test
    void aConversationLeavesNoDeadValueBehind() {
        Model model = machine(ApStart.OFF,
                script("ap-jump-table do=set", "ap-jump-table do=get",
                        WAKES[0], WAKES[1], "await word=0", WAKES[0], WAKES[1]),
                script("write word=0", "ap-reset-hold form=msr gives RELEASED")).build();
        new Run(model, new InOrder()).go();
        assertThat(rendered(model, "cpu[0].sw_exitinfo1")).isEqualTo("0");
        assertThat(rendered(model, "cpu[0].sw_exitinfo2")).isEqualTo("0");
        assertThat(rendered(model, "cpu[0].icr_target")).isEqualTo("none");
        assertThat(rendered(model, "cpu[1].ghcb_msr")).isEqualTo("GHCB_GPA");
        Model holds = machine(ApStart.RUNNING, script(WAKES),
                script("ap-reset-hold form=nae")).build();
        new Run(holds, new InOrder()).go();
        assertThat(rendered(holds, "cpu[1].sw_exitinfo2")).isEqualTo("0");
        assertThat(rendered(model, "cpu[1].script.result")).isEqualTo("RELEASED");
        assertThat(rendered(model, "cpu[1].wake_owed")).isEqualTo("0");
    }

    private static String rendered(Model model, String cell) {
        return model.layout().find(cell).orElseThrow().renderIn(model.frame().snapshot());
    }
}
