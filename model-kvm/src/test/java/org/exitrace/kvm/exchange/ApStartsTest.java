package org.exitrace.kvm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.explore.ExplorationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an AP begins, and whether it is in its hold when it is started once more. */
class ApStartsTest {

    private static final String[] WAKES =
            {"icr-write mode=INIT to=1", "icr-write mode=SIPI to=1", "await word=0"};
    private static final String[] WORKS = {"write word=0", "hlt"};

    private static List<String> broken(ExplorationResult result) {
        return result.broken().stream().map(verdict -> verdict.property().id()).toList();
    }

    private static Exchanged secondStart(String... switches) {
        return new Exchanged("vcpus=2").with(switches)
                .does("await word=0", "start-again ap=1", "await word=1")
                .does("park word=0", "write word=1", "hlt");
    }

    @ParameterizedTest
    @CsvSource({
        "register-writes, measured, MEASURED", "hold-type, measured, MEASURED",
        "register-writes, hosts, VECTOR", "hold-type, hosts, RESET"})
    void anApBeginsWhereTheProcessorTakesItsRegistersFrom(
            String hook, String registers, String began) {
        Exchanged machine = new Exchanged("vcpus=2 aps=off")
                .with("sipi-hook=" + hook, "start-registers=" + registers)
                .does(WAKES).does(WORKS);

        assertThat(machine.rest()).containsEntry("first_entry[1].began", began)
                .containsEntry("first_entry[1].cs_ip", "NOWHERE");
        assertThat(broken(machine.explore())).isEqualTo(
                began.equals("MEASURED") ? List.of() : List.of("S-11"));
    }

    @Test
    void nobodyPaysForStartsThatItDoesNotMake() {
        assertThat(new Exchanged("vcpus=2").does(WAKES).does(WORKS).rest().keySet())
                .noneMatch(cell -> cell.startsWith("first_entry"))
                .noneMatch(cell -> cell.startsWith("second_start"));
        assertThat(new Exchanged("vcpus=2 snp=true vmsa-pages=2 aps=off").does(WAKES).does(WORKS)
                .rest().keySet()).noneMatch(cell -> cell.startsWith("first_entry"));
    }

    @Test
    void aHostThatKeepsTheSipiForgivesAGuestThatDoesNotWait() {
        assertThat(broken(secondStart("sipi-hook=latched", "hold-with-events=parks-for-init")
                .explore())).containsExactly("S-14");
    }

    @Test
    void aGuestThatWaitsNeedsNoHostThatKeepsTheSipi() {
        ExplorationResult result = secondStart(
                "second-start=when-held", "hold-with-events=parks-for-init").explore();

        assertThat(broken(result)).isEmpty();
        assertThat(result.states()).isEqualTo(643);
    }

    @Test
    void aGuestThatWaitsIsStillLostWhereAPendingInitKeepsTheApFromParking() {
        assertThat(broken(secondStart("second-start=when-held").explore()))
                .contains("X-3", "lost-wake-up").doesNotContain("S-14");
    }
}
