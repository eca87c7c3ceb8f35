package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

class LargePageTest {

    private static final FirmwareBounds EIGHT_PAGES = new FirmwareBounds(1, 1, 1, 2, 3, 8);
    private static final String[] FILLED = {"write-page page=2 content=3 -> SUCCESS",
        "write-page page=3 content=4 -> SUCCESS",
        "RMPUPDATE page=2 size=2M asid=1 gpa=2 immutable=true -> SUCCESS",
        "RMPUPDATE page=6 size=2M asid=1 gpa=2 immutable=true -> SUCCESS"};
    private static final String[] SWAPPED = {"RMPUPDATE page=4 immutable=true -> SUCCESS",
        "RMPUPDATE page=5 immutable=true -> SUCCESS",
        "SNP_SWAP_OUT gctx=0 page=2 to=4 size=2M -> SUCCESS"};

    @Test
    void isSwappedOutAndInAsAWhole() {
        Firmware firmware = after(SWAPPED, "SNP_SWAP_IN gctx=0 page=4 to=6 size=2M -> SUCCESS");
        assertThat(firmware.pages.get(6).content.get()).isEqualTo(3);
        assertThat(firmware.pages.get(7).content.get()).isEqualTo(4);
    }

    @Test
    void isNotSwappedOutOntoAPageOfTheHost() {
        after(new String[0], "RMPUPDATE page=4 immutable=true -> SUCCESS",
                "SNP_SWAP_OUT gctx=0 page=2 to=4 size=2M -> INVALID_PAGE_STATE");
    }

    @Test
    void isNotSwappedInWhereItsSecondHalfWasSpoiled() {
        after(SWAPPED, "SNP_PAGE_RECLAIM page=5 -> SUCCESS",
                "RMPUPDATE page=5 assigned=false -> SUCCESS", "spoil-page page=5 -> SUCCESS",
                "SNP_SWAP_IN gctx=0 page=4 to=6 size=2M -> BAD_MEASUREMENT");
    }

    @Test
    void isMovedAsAWhole() {
        Firmware firmware = after(new String[0],
                "SNP_PAGE_MOVE gctx=0 page=2 to=6 size=2M -> SUCCESS");
        assertThat(firmware.pages.get(6).content.get()).isEqualTo(3);
        assertThat(firmware.pages.get(7).content.get()).isEqualTo(4);
        assertThat(firmware.pages.get(3).content.get()).isZero();
    }

    @Test
    void isMovedAsAWholeAlsoByTheAddressOfItsSecondHalf() {
        Firmware firmware = after(new String[0],
                "SNP_PAGE_MOVE gctx=0 page=3 to=7 size=2M -> SUCCESS");
        assertThat(firmware.pages.get(6).content.get()).isEqualTo(3);
        assertThat(firmware.pages.get(7).content.get()).isEqualTo(4);
    }

    private static Firmware after(String[] first, String... then) {
        String[] all = Stream.of(FILLED, first, then).flatMap(Stream::of)
                .toArray(String[]::new);
        PspMachine machine = new Hosts(EIGHT_PAGES).thread(SnpHosts.active(all)).machine();
        var result = new Run(machine.model(), new InOrder()).atMost(2000).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
        return machine.firmware();
    }
}
