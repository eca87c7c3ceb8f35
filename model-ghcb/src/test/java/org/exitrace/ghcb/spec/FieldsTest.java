package org.exitrace.ghcb.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the fields of a GHCB page lie, and which numbers events and requests have. */
class FieldsTest {

    /** The bit in the bitmap is that of the eight bytes at the offset. */
    @ParameterizedTest
    @CsvSource({"CPL, 0xCB, 1, 25", "XSS, 0x140, 8, 40", "DR7, 0x160, 8, 44",
        "RAX, 0x1F8, 8, 63", "RCX, 0x308, 8, 97", "RDX, 0x310, 8, 98", "RBX, 0x318, 8, 99",
        "SW_EXITCODE, 0x390, 8, 114", "SW_EXITINFO1, 0x398, 8, 115",
        "SW_EXITINFO2, 0x3A0, 8, 116", "SW_SCRATCH, 0x3A8, 8, 117", "XCR0, 0x3E8, 8, 125"})
    void aFieldHasItsPlaceAndItsBit(String name, String offset, int bytes, int bit) {
        GhcbField field = GhcbField.named(name).orElseThrow();

        assertThat(field.offset()).isEqualTo(Integer.decode(offset));
        assertThat(field.bytes()).isEqualTo(bytes);
        assertThat(field.validBit()).isEqualTo(bit);
        assertThat(field.hasValidBit()).isTrue();
    }

    @Test
    void fieldsBehindTheBitmapHaveNoBit() {
        assertThat(GhcbField.names()).hasSize(GhcbField.values().length)
                .startsWith("CPL", "XSS").endsWith("PROTOCOL_VERSION", "GHCB_USAGE");
        assertThat(Arrays.stream(GhcbField.values())
                .filter(field -> !field.hasValidBit())).containsExactly(
                GhcbField.X87_STATE_GPA, GhcbField.PROTOCOL_VERSION, GhcbField.GHCB_USAGE);
        assertThat(GhcbField.named("R16")).isEmpty();
    }

    @Test
    void aFieldHoldsAsManyBytesAsItHas() {
        assertThat(GhcbField.CPL.holds(0xFF)).isTrue();
        assertThat(GhcbField.CPL.holds(0x100)).isFalse();
        assertThat(GhcbField.PROTOCOL_VERSION.holds(0x1_0000)).isFalse();
        assertThat(GhcbField.RAX.holds(-1)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(NaeEvent.class)
    void anEventIsFoundByItsCode(NaeEvent event) {
        assertThat(NaeEvent.of(event.code())).contains(event);
        assertThat(NaeEvent.of(event.code() | 1L << 32)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MsrInfo.class)
    void aRequestIsFoundByItsLowTwelveBits(MsrInfo info) {
        assertThat(MsrInfo.of(info.with(0xABC))).contains(info);
        assertThat(MsrInfo.data(info.with(0xABC))).isEqualTo(0xABC);
    }

    @Test
    void anUnknownInfoIsNone() {
        assertThat(MsrInfo.of(0x0FF)).isEmpty();
        assertThat(MsrInfo.sevInfo(2, 1, 51)).isEqualTo(0x0002_0001_3300_0001L);
    }

    @ParameterizedTest
    @CsvSource({"SEV_SNP, 1", "AP_CREATION, 2", "RESTRICTED_INJECTION, 4",
        "RESTRICTED_INJECTION_TIMER, 8", "APIC_ID_LIST, 16", "MULTI_VMPL, 32"})
    void aFeatureIsABit(HvFeature feature, long bit) {
        assertThat(feature.bit()).isEqualTo(bit);
    }

    @ParameterizedTest
    @CsvSource({"0x8000030D, true", "0x80000306, true", "0x8000030E, false",
        "0x0000030D, false", "0x8000020D, false", "0x8000040D, false"})
    void onlyAValidProtectionFaultOrInvalidOpcodeMayBeInjected(String word, boolean permitted) {
        assertThat(EventInjection.isPermitted(Long.decode(word))).isEqualTo(permitted);
    }

    @Test
    void anInjectedExceptionHasItsVectorInTheLowByte() {
        assertThat(EventInjection.exception(EventInjection.GP)).isEqualTo(0x8000_030DL);
        assertThat(EventInjection.exception(EventInjection.UD)).isEqualTo(0x8000_0306L);
    }

    @ParameterizedTest
    @CsvSource({"0x10, false, false, 1", "0x21, true, false, 2", "0x44, false, true, 4",
        "0x15, true, true, 1"})
    void anIoWordTellsDirectionFormAndSize(String word, boolean in, boolean string, int size) {
        long value = Long.decode(word);

        assertThat(IoWord.isIn(value)).isEqualTo(in);
        assertThat(IoWord.isString(value)).isEqualTo(string);
        assertThat(IoWord.size(value)).isEqualTo(size);
    }

    @Test
    void aRequestForAProcessorHasItsNumberInTheHighHalf() {
        long word = ApCreation.info1(ApCreation.DESTROY, 3);

        assertThat(word).isEqualTo(0x3_0000_0002L);
        assertThat(ApCreation.request(word)).isEqualTo(ApCreation.DESTROY);
        assertThat(ApCreation.apicId(word)).isEqualTo(3);
    }

    @Test
    void anEntryOfAListHasCountPageOperationAndSize() {
        long entry = PageStateList.entry(0x12, PageStateList.SHARED);

        assertThat(entry).isEqualTo(0x20_0000_0001_2000L);
        assertThat(PageStateList.gfn(entry)).isEqualTo(0x12);
        assertThat(PageStateList.operation(entry)).isEqualTo(PageStateList.SHARED);
        assertThat(PageStateList.withCurPage(entry, 5)).isEqualTo(0x20_0000_0001_2005L);
        assertThat(PageStateList.curPage(entry | 5)).isEqualTo(5);
        assertThat(PageStateList.isLarge(entry)).isFalse();
        assertThat(PageStateList.isLarge(entry | 1L << 56)).isTrue();
    }
}
