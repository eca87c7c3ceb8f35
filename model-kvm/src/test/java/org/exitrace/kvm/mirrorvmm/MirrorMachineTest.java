package org.exitrace.kvm.mirrorvmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.kvm.mirrorvmm.Mirrored.AUXILIARY;
import static org.exitrace.kvm.mirrorvmm.Mirrored.BINARY;
import static org.exitrace.kvm.mirrorvmm.Mirrored.SAME;
import static org.exitrace.kvm.mirrorvmm.Mirrored.SEPARATE;
import static org.exitrace.kvm.mirrorvmm.Mirrored.design;
import static org.exitrace.kvm.mirrorvmm.Mirrored.vmm;
import static org.exitrace.kvm.mirrorvmm.Mirrored.without;

import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.model.Model;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;
import org.exitrace.psp.spec.GuestState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a mirror asks of its VMM; small machines, explored to the end, with pinned counts. */
class MirrorMachineTest {

    @ParameterizedTest
    @EnumSource(MirrorStory.class)
    void eachWayToKeepAMirrorCanKeepAllRules(MirrorStory story) {
        vmm(story, SAME).isVerified();
        vmm(story, SAME, BINARY).isVerified();
        vmm(story, SEPARATE).isVerified();
        vmm(story, SEPARATE, BINARY).isVerified();
        vmm(story, AUXILIARY).isVerified();
    }

    @Test
    void theCodeOf2021WipesOutARequestThatCameFirst() {
        vmm(MirrorStory.REQUEST, without(MirrorRule.KEEPS_EARLY_REQUEST))
                .breaks("answered").has(405, 777);
        vmm(MirrorStory.REQUEST).isVerified().has(390, 746);
    }

    @Test
    void aRequestAfterATimeOutGetsTheAnswerOfTheOneBefore() {
        vmm(MirrorStory.TWO_REQUESTS, without(MirrorRule.TIMEOUT_IS_FINAL))
                .breaks("wrong-answer").has(798, 1_691);
        vmm(MirrorStory.TWO_REQUESTS, SEPARATE, without(MirrorRule.TIMEOUT_IS_FINAL))
                .isVerified();
    }

    @Test
    void whatNobodyMeasuredRunsOnlyIfTheBinaryIsOnlyCopied() {
        vmm(MirrorStory.REQUEST, BINARY, without(MirrorRule.BINARY_IS_MEASURED))
                .breaks("unmeasured-code");
        vmm(MirrorStory.REQUEST, BINARY, without(MirrorRule.BINARY_IS_RESERVED))
                .breaks("binary-overwritten");
        vmm(MirrorStory.REQUEST, without(MirrorRule.BINARY_IS_MEASURED),
                without(MirrorRule.BINARY_IS_RESERVED)).isVerified();
    }

    @Test
    void theEntryInOvmfNeedsItsDriverFirstAndRuntimeMemory() {
        vmm(MirrorStory.REQUEST, without(MirrorRule.START_AFTER_DRIVER)).breaks("stack");
        vmm(MirrorStory.REQUEST, without(MirrorRule.STACK_IN_RUNTIME_MEMORY)).breaks("stack");
        vmm(MirrorStory.REQUEST, BINARY, without(MirrorRule.START_AFTER_DRIVER),
                without(MirrorRule.STACK_IN_RUNTIME_MEMORY)).isVerified();
    }

    @Test
    void onlyEncryptedRegistersTieTheMirrorToItsEntry() {
        String elsewhere = without(MirrorRule.STARTS_AT_ITS_ENTRY);
        vmm(MirrorStory.REQUEST, false, elsewhere).breaks("registers");
        vmm(MirrorStory.REQUEST, true, elsewhere).breaks("through");
    }

    @Test
    void aRunningGuestTakesNoMirrorWithEncryptedRegisters() {
        String late = without(MirrorRule.MADE_BEFORE_FINISH);
        vmm(MirrorStory.REQUEST, late).breaks("refused", "answered");
        vmm(MirrorStory.REQUEST, AUXILIARY, late).breaks("refused", "answered");
        vmm(MirrorStory.REQUEST, false, late).isVerified();
    }

    @Test
    void firmwareThatForgetsThatTheGuestRunsLetsMoreBeAdded() {
        Model model = MirrorMachine.of(new MirrorShape(MirrorStory.REQUEST, true),
                design(without(MirrorRule.MADE_BEFORE_FINISH)), (builder, host) -> {
                    var guest = host.firmware.guests.get(0);
                    builder.on(builder.actor("firmware"), guest)
                            .step("forgets that the guest runs")
                            .when(g -> g.state.is(GuestState.RUNNING) && g.vmsas.is(1))
                            .then(g -> g.state.become(GuestState.LUPDATE))
                            .step("remembers it")
                            .when(g -> g.state.is(GuestState.LUPDATE) && g.vmsas.is(2))
                            .then(g -> g.state.become(GuestState.RUNNING));
                });

        assertThat(new Exploration(model).go().broken())
                .extracting(verdict -> verdict.property().id()).contains("given-more");
    }

    @Test
    void aResetSparesOnlyAMirrorWithAStackOfItsOwn() {
        String runsOn = without(MirrorRule.ENDS_AT_RESET);
        vmm(MirrorStory.RESET, runsOn).breaks("stack").has(1_930, 4_703);
        vmm(MirrorStory.RESET, AUXILIARY, runsOn).breaks("stack");
        vmm(MirrorStory.RESET, BINARY, runsOn).isVerified();
    }

    @Test
    void aMirrorThatGoesLastRunsInMemoryThatIsNobodys() {
        vmm(MirrorStory.SHUTDOWN, without(MirrorRule.ENDS_BEFORE_OWNER))
                .breaks("outlives").has(2_768, 6_201);
    }

    @Test
    void machinesThatDoNotFitAreRefusedWithTheRemedy() {
        assertThat(MirrorMachine.refuses(
                new MirrorShape(MirrorStory.REQUEST, true), design(AUXILIARY, BINARY)))
                .hasValueSatisfying(why -> assertThat(why).contains("mirror-entry: ovmf-entry"));
        assertThat(MirrorMachine.refuses(new MirrorShape(MirrorStory.RESET, true), design()))
                .hasValueSatisfying(why -> assertThat(why).contains("guest: sev"));
        assertThat(MirrorMachine.refuses(new MirrorShape(MirrorStory.RESET, false), design()))
                .isEmpty();
    }
}
