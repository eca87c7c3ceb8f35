package org.exitrace.vtl.spec;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Levels and sets of them, masks of pages, and bits of intercepts. */
class LevelsTest {

    @ParameterizedTest
    @CsvSource({"0, 0x1, 255, 255", "0, 0x3, 1, 255", "1, 0x3, 255, 0", "0, 0x5, 2, 255",
        "2, 0x5, 255, 0", "1, 0x7, 2, 0", "15, 0x8001, 255, 0", "0, 0x8001, 15, 255"})
    void theNextLevelNeedNotBeTheNextNumber(int vtl, String set, int above, int below) {
        assertThat(VtlNumber.nextAbove(vtl, Integer.decode(set))).isEqualTo(above);
        assertThat(VtlNumber.nextBelow(vtl, Integer.decode(set))).isEqualTo(below);
    }

    @Property(tries = 200, seed = "61")
    void theNextLevelIsAnEnabledOne(@ForAll @IntRange(max = 0xFFFF) int set,
            @ForAll @IntRange(max = 15) int vtl) {
        int above = VtlNumber.nextAbove(vtl, set);
        int below = VtlNumber.nextBelow(vtl, set);

        assertThat(above == VtlNumber.NONE || above > vtl && VtlNumber.isIn(above, set)).isTrue();
        assertThat(below == VtlNumber.NONE || below < vtl && VtlNumber.isIn(below, set)).isTrue();
        assertThat(VtlNumber.isIn(VtlNumber.NONE, set)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, false", "3, true", "4, false", "5, true", "6, false",
        "8, false", "12, false", "13, true", "15, true", "16, false", "17, false"})
    void whatWritesOrExecutesMustRead(int mask, boolean legal) {
        assertThat(AccessMask.isLegal(mask)).isEqualTo(legal);
    }

    @Test
    void withoutModeBasedExecutionTheKernelsBitDecidesForBoth() {
        assertThat(AccessMask.effective(0x5, false)).isEqualTo(0xD);
        assertThat(AccessMask.effective(0x9, false)).isEqualTo(0x1);
        assertThat(AccessMask.effective(0x9, true)).isEqualTo(0x9);
        assertThat(AccessMask.isUndefined(0x5, true)).isTrue();
        assertThat(AccessMask.isUndefined(0x5, false)).isFalse();
        assertThat(AccessMask.isUndefined(0xD, true)).isFalse();
    }

    /** The tests' default mask reads, writes and executes in kernel mode: 0x7 as published. */
    @Test
    void theTwoOrdersOfBitsDifferInTheExecutionsAlone() {
        assertThat(AccessMask.exchanged(AccessMask.DEFAULT_OF_TESTS)).isEqualTo(0x7);
        for (int mask = 0; mask <= AccessMask.ALL; mask++) {
            assertThat(AccessMask.exchanged(AccessMask.exchanged(mask))).isEqualTo(mask);
            assertThat(AccessMask.exchanged(mask) & 3).isEqualTo(mask & 3);
        }
        assertThat(AccessMask.text(0x7)).isEqualTo("rwk-");
        assertThat(AccessMask.text(AccessMask.NONE)).isEqualTo("----");
    }

    @Test
    void interceptsOfControlRegistersHaveTheirPlaces() {
        assertThat(CrIntercept.XCR0_WRITE.bit()).isEqualTo(1L << 2);
        assertThat(CrIntercept.EFER_WRITE.bit()).isEqualTo(1L << 14);
        assertThat(CrIntercept.GDTR_WRITE.bit()).isEqualTo(1L << 15);
        assertThat(CrIntercept.SGX_LAUNCH_CONTROL_WRITE.bit()).isEqualTo(1L << 24);
        assertThat(CrIntercept.KNOWN).isEqualTo(0x1FFFFFF);
        assertThat(CrIntercept.OF_OPENVMM & CrIntercept.LSTAR_READ.bit()).isZero();
        assertThat(Long.bitCount(CrIntercept.OF_OPENVMM)).isEqualTo(18);
        assertThat(CrIntercept.CR4_WRITE.hasMask()).isTrue();
        assertThat(CrIntercept.XCR0_WRITE.hasMask()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(HvRegister.class)
    void aRegisterIsFoundByEachOfItsNames(HvRegister register) {
        assertThat(HvRegister.of(register.id())).contains(register);
        assertThat(HvRegister.of(register.id(register.count() - 1))).contains(register);
    }

    @Test
    void whatIsAboutLowerLevelsIsNotOfVtl0() {
        assertThat(HvRegister.VSM_VINA.lowestVtl()).isEqualTo(1);
        assertThat(HvRegister.VSM_VP_STATUS.lowestVtl()).isZero();
        assertThat(HvRegister.VSM_VP_SECURE_CONFIG_VTL0.id(14)).isEqualTo(0xD001E);
        assertThat(HvRegister.of(0xD001F)).isEmpty();
        assertThat(HvRegister.VSM_VP_STATUS.scope().isOfVtl()).isFalse();
    }

    @Test
    void privilegesStandInTheUpperHalf() {
        assertThat(HvPrivilege.ACCESS_VSM.placeInEbx()).isEqualTo(16);
        assertThat(HvPrivilege.START_VIRTUAL_PROCESSOR.placeInEbx()).isEqualTo(21);
        assertThat(HvPrivilege.ACCESS_VP_REGISTERS.bit()).isEqualTo(1L << 49);
    }
}
