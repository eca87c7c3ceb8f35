package org.exitrace.ghcb.psc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.memory.SnpSide;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.PageStateList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the GHCB when a list is handed to the host, and what each guest compares. */
class ListRequestTest {

    private static final String SHARED = "page-state-change first=1 pages=2 to=shared";
    private static final String PRIVATE = "page-state-change first=1 pages=2 to=private";

    private static final List<GhcbField> WRITTEN = List.of(GhcbField.SW_SCRATCH,
            GhcbField.SW_EXITCODE, GhcbField.SW_EXITINFO1, GhcbField.SW_EXITINFO2);

    /** What the host finds at a VMGEXIT: the buffer, those fields, and which are valid. */
    private record Found(List<Long> buffer, List<Long> fields, List<GhcbField> valid) {

        static Found in(GhcbPage page) {
            return new Found(page.buffer.stream().map(WordCell::get).toList(),
                    WRITTEN.stream().map(page::get).toList(),
                    IntStream.range(0, GhcbField.values().length)
                            .mapToObj(i -> GhcbField.values()[i]).filter(page::isValid).toList());
        }
    }

    private static void obliges(GuestWithPages host) {
        host.header(PageStateList.withCur(
                host.header(), PageStateList.end(host.header()) + 1L));
        host.result(0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest-code=linux", "guest-code=ovmf", "guest-code=svsm",
        "psc-header=remembered"})
    void theListIsWrittenBeforeTheHostIsAsked(String design) {
        List<Found> found = new ArrayList<>();
        GuestWithPages machine = new GuestWithPages(host -> {
            found.add(Found.in(host.guest.own()));
            assertThat(host.guest.snp().pending.isSet()).isTrue();
            obliges(host);
        }, design);
        machine.guest.own().valid.initially(1L << GhcbField.RAX.ordinal());
        machine.runs(SHARED, PRIVATE);

        List<Long> fields = List.of(0x1_0800L, 0x8000_0010L, 0L, 0L);
        List<GhcbField> valid = found.get(0).valid();
        assertThat(valid).containsExactlyInAnyOrderElementsOf(WRITTEN);
        assertThat(found).containsExactly(
                new Found(List.of(0x1_0000L, 0x20_0000_0000_1000L, 0x20_0000_0000_2000L, 0L),
                        fields, valid),
                new Found(List.of(0x1_0000L, 0x10_0000_0000_1000L, 0x10_0000_0000_2000L, 0L),
                        fields, valid));
        assertThat(machine.guest.own().valid.isEmpty()).as("no field is valid behind it").isTrue();
        assertThat(machine.hasForgotten()).isTrue();
    }

    @Test
    void oakBeginsAnewWithEachPage() {
        GuestWithPages machine = new GuestWithPages(host -> {
            SnpSide snp = host.guest.snp();
            assertThat(List.of(snp.cur.get(), snp.end.get(), snp.issuedCur.get()))
                    .containsExactly(0L, 0L, 0L);
            obliges(host);
        }, "guest-code=oak").runs(SHARED);

        assertThat(machine.requests).containsExactly(0L, 0L);
        assertThat(machine.guest.snp().rewoundReissued.isClear()).isTrue();
        assertThat(machine.hasForgotten()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"linux, 0", "ovmf, 1"})
    void ovmfAloneLeavesTheMsrAsTheHostHasIt(String code, int byMsr) {
        List<Boolean> asked = new ArrayList<>();
        new GuestWithPages(host -> {
            asked.add(host.isByMsr());
            host.guest.msr.become(MsrInfo.PAGE_STATE_CHANGE_RESPONSE.with(0));
            host.result(0, asked.size() == 1 ? 0 : 1);
        }, "guest-code=" + code).runs(SHARED);

        assertThat(asked).containsExactly(false, byMsr == 1);
    }

    /** The second time the host does it. */
    @ParameterizedTest
    @ValueSource(strings = {"guest-code=linux", "guest-code=ovmf", "psc-header=remembered"})
    void aListOfWhichNothingIsDoneYetIsHandedOverAgain(String design) {
        GuestWithPages machine = new GuestWithPages(host -> {
            if (host.requests.size() == 2) {
                obliges(host);
            }
        }, design).runs(SHARED);

        assertThat(machine.result()).isEqualTo("DONE");
        assertThat(machine.requests).containsExactly(0x1_0000L, 0x1_0000L);
        assertThat(machine.guest.snp().rewoundReissued.isClear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "guest-code=linux, 2, 0", "guest-code=linux, 0, 1", "guest-code=ovmf, 2, 0",
        "guest-code=ovmf, 0, 1", "guest-code=svsm, 2, 1", "guest-code=oak, 2, 1",
        "psc-header=remembered, 2, 0", "psc-header=remembered, 0, 1"})
    void eitherResultEndsWhoLooksAtIt(String design, long info1, long info2) {
        GuestWithPages machine = new GuestWithPages(host -> {
            obliges(host);
            host.result(info1, info2);
        }, design).runs(SHARED);

        assertThat(machine.result()).isEqualTo("TERMINATED");
        assertThat(machine.hasForgotten()).isTrue();
        assertThat(machine.shared()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"guest-code=oak, 5", "psc-header=remembered, 1", "psc-header=remembered, 5",
        "psc-header=remembered, 4294967298"})
    void anEndThatTheHostMovedEndsWhoComparesIt(String design, long end) {
        GuestWithPages machine = new GuestWithPages(host -> {
            host.header(PageStateList.withCur(end << 16, 3));
            host.result(0, 0);
        }, design).runs("page-state-change first=0 pages=3 to=shared");

        assertThat(machine.result()).isEqualTo("TERMINATED");
        assertThat(machine.requests).as("one for the list, one for the end").hasSize(2);
    }
}
