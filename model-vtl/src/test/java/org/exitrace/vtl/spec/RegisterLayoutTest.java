package org.exitrace.vtl.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exitrace.vtl.PublishedPage;
import org.junit.jupiter.api.Test;

/** Bits of registers: as docs/vtl.md a.3 has them, and none is lost on the way. */
class RegisterLayoutTest {

    private static final Map<String, RegisterLayout> LAYOUTS = named();

    private static Map<String, RegisterLayout> named() {
        Map<String, RegisterLayout> all = new LinkedHashMap<>();
        all.put("VsmPartitionStatus", VsmPartitionStatus.LAYOUT);
        all.put("VsmVpStatus", VsmVpStatus.LAYOUT);
        all.put("VsmPartitionConfig", VsmPartitionConfig.LAYOUT);
        all.put("VsmVpSecureConfigVtlN", VsmVpSecureConfig.LAYOUT);
        all.put("VsmCodePageOffsets", VsmCodePageOffsets.LAYOUT);
        all.put("VsmVina", VsmVina.LAYOUT);
        all.put("VsmCapabilities", VsmCapabilities.LAYOUT);
        all.put("GuestVsmPartitionConfig", GuestVsmPartitionConfig.LAYOUT);
        all.put("VsmVpWaitForTlbLock", VsmVpWaitForTlbLock.LAYOUT);
        return all;
    }

    @Test
    void fieldsAreThoseOfThePage() {
        Map<String, List<String>> page = new LinkedHashMap<>();
        for (List<String> row : PublishedPage.table("register", "bits")) {
            List<String> fields = new ArrayList<>();
            for (String field : row.get(1).split("; ")) {
                if (!field.endsWith("zero") && !field.endsWith("kept")) {
                    fields.add(field.replace(" (hvdef)", ""));
                }
            }
            page.put(row.get(0), fields);
        }
        Map<String, List<String>> code = new LinkedHashMap<>();
        LAYOUTS.forEach((name, layout) -> code.put(name, layout.fields().stream()
                .map(RegisterLayoutTest::written).toList()));

        assertThat(code).isEqualTo(page);
    }

    private static String written(BitField field) {
        return (field.high() == field.low() ? "" : field.high() + ":") + field.low() + " "
                + field.name();
    }

    /** What is not reserved survives decoding and encoding; what is reserved does not. */
    @Property(tries = 200, seed = "61")
    void aWordIsItsFieldsAndItsReservedBits(@ForAll("layouts") RegisterLayout layout,
            @ForAll long word) {
        assertThat(layout.encode(layout.decode(word))).isEqualTo(word & ~layout.reserved());
        assertThat(layout.reserved() & ~layout.reservedAsPublished()).isZero();
    }

    @Provide
    Arbitrary<RegisterLayout> layouts() {
        List<RegisterLayout> all = new ArrayList<>(LAYOUTS.values());
        all.addAll(List.of(Sint.LAYOUT, ControlWord.LAYOUT, ResultWord.LAYOUT, HvInputVtl.LAYOUT,
                VsmCapabilities.LAYOUT_AS_PUBLISHED));
        return Arbitraries.of(all);
    }

    @Test
    void thePublishedListOfCapabilitiesIsTheMirrorImageOfTheShippedOne() {
        for (BitField field : VsmCapabilities.LAYOUT_AS_PUBLISHED.fields()) {
            BitField shipped = VsmCapabilities.LAYOUT.field(field.name()).orElseThrow();

            assertThat(shipped.low()).as(field.name()).isEqualTo(63 - field.high());
            assertThat(shipped.high()).as(field.name()).isEqualTo(63 - field.low());
        }
    }

    @Test
    void memoryIsZeroedAndSourcesAreMaskedFromTheStart() {
        assertThat(VsmPartitionConfig.AT_RESET).isEqualTo(0x20);
        assertThat(Sint.AT_RESET).isEqualTo(0x10000);
        assertThat(SynicPage.BYTES).isEqualTo(0x1000);
        assertThat(SynicPage.FLAGS_OF_SINT).isEqualTo(2048);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> VsmVina.VECTOR.of(0x100))
                .hasMessage("0x100 does not fit into the 8 bits of Vector");
        assertThatThrownBy(() -> VsmVina.LAYOUT.encode(Map.of("Vektor", 1L)))
                .hasMessageContaining("there is no field 'Vektor'; there is [Vector, Enabled");
        assertThatThrownBy(() -> BitField.bits("x", 64, 0)).hasMessageContaining("63 to 0");
        assertThatThrownBy(() -> new RegisterLayout(
                BitField.bits("a", 3, 0), BitField.bit("b", 3)))
                .hasMessage("'b' shares a bit with a field before it");
    }
}
