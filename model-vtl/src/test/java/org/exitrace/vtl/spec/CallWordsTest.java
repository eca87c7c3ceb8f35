package org.exitrace.vtl.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.exitrace.vtl.spec.CallField.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a guest has in its registers, and in the memory that they name. */
class CallWordsTest {

    @Property(tries = 300, seed = "61")
    void aControlWordIsReadAsItIsWritten(@ForAll Hypercall call, @ForAll boolean fast,
            @ForAll boolean nested, @ForAll @IntRange(max = 0x3FF) int header,
            @ForAll @IntRange(max = 0xFFF) int count, @ForAll @IntRange(max = 0xFFF) int start) {
        ControlWord word = new ControlWord(call.code(), fast, header, nested, count, start);

        assertThat(ControlWord.of(word.word())).isEqualTo(word);
        assertThat(ControlWord.hasReserved(word.word())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"27", "30", "44", "47", "60", "63"})
    void theseBitsOfAControlWordAreReserved(int place) {
        assertThat(ControlWord.hasReserved(1L << place)).isTrue();
    }

    @Test
    void aListInRegistersHasItsPartsWhereTheyBelong() {
        ControlWord word = ControlWord.rep(Hypercall.SET_VP_REGISTERS, 3).fast().from(2);

        assertThat(word.word()).isEqualTo(0x0002_0003_0001_0051L);
        assertThat(ControlWord.simple(Hypercall.ENABLE_VP_VTL).word()).isEqualTo(0xF);
        assertThatThrownBy(() -> word.from(0x1000).word()).hasMessageContaining("RepStart");
        assertThat(ResultWord.of(HvStatus.ACCESS_DENIED, 2)).isEqualTo(0x2_0000_0006L);
    }

    @Property(tries = 100, seed = "61")
    void anInputVtlNamesItsLevelOrTheCallers(@ForAll @IntRange(max = 15) int vtl,
            @ForAll @IntRange(max = 15) int caller) {
        assertThat(HvInputVtl.resolve(HvInputVtl.of(vtl), caller)).isEqualTo(vtl);
        assertThat(HvInputVtl.resolve(HvInputVtl.OWN | vtl, caller)).isEqualTo(caller);
        assertThat(HvInputVtl.isValid(HvInputVtl.of(vtl))).isTrue();
        assertThat(HvInputVtl.isValid(HvInputVtl.of(vtl) | 0x20)).isFalse();
        assertThat(HvInputVtl.isValid(HvInputVtl.of(vtl) | 0x100)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Hypercall.class)
    void aCallIsFoundByItsCodeAndItsPartsFillEightBytes(Hypercall call) {
        assertThat(Hypercall.of(call.code())).contains(call);
        assertThat(call.headerBytes() % Long.BYTES).isZero();
        assertThat(call.headerBytes()).isBetween(call.layout().bytes(Part.INPUT),
                call.layout().bytes(Part.INPUT) + Long.BYTES - 1);
    }

    @Test
    void elementsHaveTheSizesOfTheInterface() {
        assertThat(Hypercall.GET_VP_REGISTERS.elementBytes()).isEqualTo(4);
        assertThat(Hypercall.GET_VP_REGISTERS.outputElementBytes()).isEqualTo(16);
        assertThat(Hypercall.SET_VP_REGISTERS.elementBytes()).isEqualTo(32);
        assertThat(Hypercall.GET_VP_INDEX_FROM_APIC_ID.elementBytes()).isEqualTo(8);
        assertThat(Hypercall.MODIFY_VTL_PROTECTION_MASK.elementBytes()).isEqualTo(8);
        assertThat(Hypercall.START_VIRTUAL_PROCESSOR.headerBytes()).isEqualTo(240);
        assertThat(Hypercall.of(0x10)).isEmpty();
    }

    @Test
    void theInitialContextFillsItsBytesWithoutAGap() {
        InitialVpContext[] all = InitialVpContext.values();
        for (int i = 1; i < all.length; i++) {
            assertThat(all[i].offset()).isEqualTo(all[i - 1].offset() + all[i - 1].bytes());
        }
        assertThat(InitialVpContext.PAT.offset() + InitialVpContext.PAT.bytes())
                .isEqualTo(InitialVpContext.BYTES);
        assertThat(InitialVpContext.CS.offset()).isEqualTo(24);
    }

    @Test
    void flagsOfATranslationAreBitsOfTheirOwn() {
        long all = Arrays.stream(TranslateFlag.values()).mapToLong(TranslateFlag::bit).sum();

        assertThat(all).isEqualTo(0x7FF);
        assertThat(TranslateFlag.TLB_FLUSH_INHIBIT.bit()).isEqualTo(0x20);
        assertThat(TranslateFlag.hasReserved(all | TranslateFlag.INPUT_VTL.mask())).isFalse();
        assertThat(TranslateFlag.hasReserved(0x800)).isTrue();
        assertThat(TranslateResult.GPA_UNACCEPTED.ordinal()).isEqualTo(9);
        assertThat(CacheType.WRITE_BACK.code()).isEqualTo(6);
    }
}
