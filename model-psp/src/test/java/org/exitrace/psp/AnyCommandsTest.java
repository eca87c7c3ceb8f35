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
import net.jqwik.api.Tuple;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.psp.firmware.FirmwareBounds;

/** Whatever two threads ask of the firmware, in whatever order, its promises of guests hold. */
class AnyCommandsTest {

    private static final FirmwareBounds SMALL = new FirmwareBounds(2, 1, 2, 3, 2, 2);
    private static final List<String> BEGIN = List.of("INIT", "INIT es=true");
    private static final List<String> COMMON = List.of("wbinvd-on-all-cpus", "DF_FLUSH",
            "LAUNCH_START", "LAUNCH_START session=true", "LAUNCH_START policy-es=true",
            "LAUNCH_START share=1", "RECEIVE_START", "SHUTDOWN");
    private static final List<String> OF_GUEST = List.of("LAUNCH_UPDATE_DATA page=0",
            "LAUNCH_UPDATE_DATA page=0-1", "LAUNCH_UPDATE_VMSA page=1", "LAUNCH_MEASURE",
            "LAUNCH_SECRET page=0", "LAUNCH_FINISH", "LAUNCH_FINISH flaw=enable", "ATTESTATION",
            "ACTIVATE asid=1", "ACTIVATE asid=2", "ACTIVATE asid=3", "ACTIVATE_EX asid=2 ccxs=0",
            "ACTIVATE_EX asid=2 ccxs=1", "DEACTIVATE", "DEACTIVATE", "DECOMMISSION",
            "DECOMMISSION", "GUEST_STATUS", "COPY page=0 to=1", "COPY page=0-1 to=1",
            "DBG_DECRYPT page=0 to=1", "DBG_ENCRYPT page=1 to=0", "SEND_START",
            "SEND_UPDATE_DATA page=0 buffer=1", "SEND_UPDATE_VMSA page=1", "SEND_FINISH",
            "SEND_CANCEL", "RECEIVE_UPDATE_DATA page=0 buffer=1", "RECEIVE_UPDATE_VMSA page=1",
            "RECEIVE_FINISH", "SWAP_OUT page=0 to=1", "SWAP_IN page=1 to=0");

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void keepThePromises(@ForAll("scripts") List<String> first,
            @ForAll("scripts") List<String> second, @ForAll long seed) {
        RunResult result = new Run(new Hosts(SMALL).thread(first.toArray(String[]::new))
                .thread(second.toArray(String[]::new)).model(), new RandomChoice(seed))
                .atMost(5000).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
    }

    /** Half of the scripts launch a guest first, so that later commands find one. */
    @Provide
    Arbitrary<List<String>> scripts() {
        Arbitrary<String> guest = Combinators.combine(Arbitraries.of(OF_GUEST),
                Arbitraries.of("", " handle=1", " handle=2", " handle=0")).as(String::concat);
        Arbitrary<String> any = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(BEGIN)),
                Tuple.of(4, Arbitraries.of(COMMON)),
                Tuple.of(12, guest));
        Arbitrary<List<String>> begin = Arbitraries.of(List.of(), List.of("INIT es=true",
                "wbinvd-on-all-cpus", "DF_FLUSH", "LAUNCH_START", "ACTIVATE asid=2"),
                List.of("INIT es=true", "wbinvd-on-all-cpus", "DF_FLUSH",
                        "LAUNCH_START policy-es=true", "ACTIVATE asid=1",
                        "LAUNCH_UPDATE_VMSA page=0", "LAUNCH_MEASURE", "seal-secret",
                        "LAUNCH_FINISH"),
                List.of("INIT", "wbinvd-on-all-cpus", "DF_FLUSH", "RECEIVE_START",
                        "ACTIVATE asid=3"));
        return Combinators.combine(begin, any.list().ofMaxSize(25)).as((before, then) ->
                Stream.concat(before.stream(), then.stream()).toList());
    }
}
