package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;

/** Whatever two threads do to pages, and ask of the firmware, its promises of SNP guests hold. */
class AnySnpCommandsTest {

    /** (p) and (q) stand for pages, (s) for a size. */
    private static final List<String> OF_PAGES = List.of(
            "RMPUPDATE page=(p) size=(s) immutable=true",
            "RMPUPDATE page=(p) size=(s) assigned=false",
            "RMPUPDATE page=(p) size=(s) asid=1 gpa=(q) immutable=true",
            "RMPUPDATE page=(p) size=(s) asid=1 gpa=(q)",
            "RMPUPDATE page=(p) size=(s) asid=2 gpa=(p)",
            "PSMASH page=(p)", "write-page page=(p) content=3",
            "copy-page page=(p) to=(q)",
            "spoil-page page=(p)", "SNP_PAGE_RECLAIM page=(p) size=(s)",
            "SNP_PAGE_UNSMASH page=(p)", "SNP_PAGE_SET_STATE page=(p)");
    private static final List<String> OF_GUESTS = List.of("SNP_GCTX_CREATE gctx=(q)",
            "SNP_LAUNCH_START gctx=(q) debug=true agent=0 migrate-ma=true",
            "SNP_LAUNCH_START gctx=0", "SNP_ACTIVATE gctx=0 asid=1", "SNP_ACTIVATE gctx=(q) asid=2",
            "SNP_ACTIVATE_EX gctx=0 asid=1 ccxs=0", "SNP_LAUNCH_UPDATE gctx=0 page=(p) size=(s)",
            "SNP_LAUNCH_UPDATE gctx=0 page=(p) type=SECRETS", "SNP_LAUNCH_FINISH gctx=0",
            "SNP_LAUNCH_FINISH gctx=(q)", "SNP_GUEST_STATUS gctx=0 page=(p)",
            "SNP_MD_INIT gctx=0 page=(p)",
            "SNP_DBG_DECRYPT gctx=0 page=(p) to=(q)", "SNP_DBG_ENCRYPT gctx=0 page=(p) to=(q)",
            "SNP_SWAP_OUT gctx=0 page=(p) to=(q) size=(s)",
            "SNP_SWAP_IN gctx=0 page=(p) to=(q) size=(s)",
            "SNP_SWAP_OUT gctx=0 page=(p) to=(q) kind=METADATA",
            "SNP_SWAP_IN gctx=0 page=(p) to=(q) kind=METADATA",
            "SNP_PAGE_MOVE gctx=0 page=(p) to=(q) size=(s)",
            "SNP_DECOMMISSION gctx=(q)", "SNP_DECOMMISSION gctx=0",
            "place-request page=(p) gctx=0 sequence=1 type=REPORT",
            "place-request page=(p) gctx=0 sequence=3 type=IMPORT target=(q)",
            "place-request page=(p) gctx=0 sequence=1 type=EXPORT target=(q)",
            "place-request page=(p) gctx=0 sequence=1 type=ABSORB target=(q)",
            "place-request page=(p) gctx=0 sequence=1 type=ABSORB_NOMA absorbed=4",
            "SNP_GUEST_REQUEST gctx=0 page=(p) to=(q)", "wbinvd-on-all-cpus", "SNP_DF_FLUSH",
            "SNP_SHUTDOWN", "SNP_INIT");

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void keepThePromises(@ForAll("scripts") List<String> first,
            @ForAll("scripts") List<String> second, @ForAll boolean runs, @ForAll long seed) {
        String[] begun = runs ? SnpHosts.running() : SnpHosts.active();
        String[] begins = Stream.of(Stream.of(begun), Stream.of("write word=0"), first.stream())
                .flatMap(lines -> lines).toArray(String[]::new);
        String[] follows = Stream.concat(Stream.of("await word=0"), second.stream())
                .toArray(String[]::new);
        RunResult result = new Run(new Hosts(SnpHosts.SIX_PAGES).thread(begins).thread(follows)
                .model(), new RandomChoice(seed)).atMost(10_000).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
    }

    @Provide
    Arbitrary<List<String>> scripts() {
        Arbitrary<String> page = Arbitraries.of("0", "1", "2", "3", "4", "5");
        Arbitrary<String> size = Arbitraries.of("4K", "4K", "2M");
        return Combinators.combine(Arbitraries.oneOf(Arbitraries.of(OF_PAGES),
                        Arbitraries.of(OF_GUESTS)), page, page, size)
                .as((line, one, other, large) -> line.replace("(p)", one)
                        .replace("(q)", other).replace("(s)", large))
                .list().ofMaxSize(40);
    }
}
