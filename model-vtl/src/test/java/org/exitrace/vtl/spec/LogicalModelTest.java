package org.exitrace.vtl.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which logical destinations name which local APICs. */
class LogicalModelTest {

    @ParameterizedTest
    @CsvSource({"0x06, 0x02, true", "0x0C, 0x02, false", "0xFF, 0x00, true", "0x81, 0x80, true"})
    void inTheFlatModelOneBitInCommonIsEnough(String destination, String ldr, boolean named) {
        assertThat(names(LogicalModel.FLAT, destination, ldr)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"0x23, 0x21, true", "0x13, 0x21, false", "0x22, 0x21, false", "0x20, 0x21, false",
        "0xFF, 0x21, true", "0xF1, 0x21, false"})
    void inTheClusterModelTheClusterMustBeTheSame(String destination, String ldr, boolean named) {
        assertThat(names(LogicalModel.CLUSTER, destination, ldr)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"0x02, 1, true", "0xFF, 3, true", "0xFF, 9, false", "0x10002, 17, true",
        "0x10002, 1, false", "0x20004, 34, true", "0x3FFFF, 51, true", "0x20008, 51, false",
        "0xFFFF0000, 51, false", "0xFFFFFFFF, 0, true", "0xFFFFFFFF, 51, true"})
    void anX2apicIsNamedByItsId(String destination, int id, boolean named) {
        long ldr = LogicalModel.x2apicLdr(id);

        assertThat(LogicalModel.X2APIC.names(Long.decode(destination), ldr)).isEqualTo(named);
    }

    /** An xAPIC has eight bits of a destination; an x2APIC makes LDR of all of its id. */
    @Test
    void bothEndsOfADestinationCount() {
        assertThat(names(LogicalModel.FLAT, "0xFFFFFFFF", "0")).isTrue();
        assertThat(names(LogicalModel.FLAT, "0x100", "0x01")).isFalse();
        assertThat(LogicalModel.x2apicLdr(51)).isEqualTo(0x30008);
    }

    @Test
    void aWordThatIsNoModelIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> LogicalModel.of("hierarchical"))
                .hasMessage("'hierarchical' is no model of logical ids; take flat, cluster or"
                        + " x2apic");
    }

    private static boolean names(LogicalModel model, String destination, String ldr) {
        return model.names(Long.decode(destination), Long.decode(ldr));
    }
}
