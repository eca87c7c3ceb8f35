package org.exitrace.kvm.exittable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.conformance.KernelRow;
import org.exitrace.kvm.conformance.RowsByCall;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExitTablesTest {

    private static final ExitTables SHIPPED = new ExitTables(ExitTablesTest::text);
    private static final String HEAD = "id\tkernels\tmachine\tgiven\texit\tgives\tsource\n";
    private static final List<GhcbField> ALWAYS = List.of(GhcbField.SW_EXITCODE,
            GhcbField.SW_EXITINFO1, GhcbField.SW_EXITINFO2);
    private static final List<String> SCRATCH = List.of("scratch-zero", "scratch-wraps",
            "scratch-before", "scratch-behind", "scratch-elsewhere", "scratch-unreadable",
            "scratch-limit");
    /** What KVM does not know: docs/ghcb.md c.3. */
    private static final Set<NaeEvent> UNKNOWN = Set.of(NaeEvent.HV_DOORBELL_PAGE,
            NaeEvent.HV_IPI, NaeEvent.HV_TIMER, NaeEvent.GET_APIC_IDS, NaeEvent.RUN_VMPL,
            NaeEvent.SECURE_AVIC, NaeEvent.CONFIGURE_INTERRUPT_INJECTION,
            NaeEvent.DISABLE_ALTERNATE_INJECTION, NaeEvent.SPECIFIC_EOI);
    /** What succeeds in no other way than that. */
    private static final Map<NaeEvent, String> NO_SUCCESS = Map.of(
            NaeEvent.RDTSC, "no-handler", NaeEvent.RDTSCP, "no-guest-opcode");
    private static final Map<NaeEvent, List<GhcbField>> SOMETIMES = Map.of(
            NaeEvent.CPUID, List.of(GhcbField.XCR0),
            NaeEvent.IOIO, List.of(GhcbField.RAX, GhcbField.SW_SCRATCH),
            NaeEvent.MSR, List.of(GhcbField.RAX, GhcbField.RDX),
            NaeEvent.AP_CREATION, List.of(GhcbField.RAX));
    private static final Map<NaeEvent, List<String>> BAD_VALUES = Map.ofEntries(
            Map.entry(NaeEvent.DR7_WRITE, List.of("high-half")),
            Map.entry(NaeEvent.RDPMC, List.of("counter")),
            Map.entry(NaeEvent.CPUID, List.of("xcr0", "xss")),
            Map.entry(NaeEvent.IOIO, List.of("count", "length-zero")),
            Map.entry(NaeEvent.MSR, List.of("read-unknown", "write-unknown")),
            Map.entry(NaeEvent.VMMCALL, List.of("cpl", "unknown", "no-exits", "unaligned",
                    "no-pages", "wraps")),
            Map.entry(NaeEvent.MMIO_READ, List.of("length-zero", "length-nine")),
            Map.entry(NaeEvent.MMIO_WRITE, List.of("length-zero", "length-nine")),
            Map.entry(NaeEvent.PAGE_STATE_CHANGE, List.of("not-snp", "generic",
                    "bad-header", "bad-entry", "scratch")),
            Map.entry(NaeEvent.AP_JUMP_TABLE, List.of("unknown")),
            Map.entry(NaeEvent.AP_CREATION, List.of("not-snp", "no-vcpu", "features", "address",
                    "aligned", "unknown")),
            Map.entry(NaeEvent.GUEST_REQUEST, List.of("not-snp", "unaligned-request",
                    "unaligned-response", "same-page", "firmware-error")),
            Map.entry(NaeEvent.EXTENDED_GUEST_REQUEST, List.of("not-snp", "unaligned-request",
                    "unaligned-response", "same-page", "firmware-error", "invalid-len", "busy",
                    "vmm-error", "missing-RAX", "missing-RBX", "unaligned-data", "nonsense")));

    @TestFactory
    Stream<DynamicTest> eachRowGivesWhatItSaysInEachOfItsKernels() {
        assertThat(SHIPPED.rows()).hasSizeGreaterThan(450);
        return RowsByCall.hold(SHIPPED);
    }

    @Test
    void eachEventHasItsSuccessAndEachOfItsFailures() {
        Set<String> wanted = new LinkedHashSet<>();
        for (NaeEvent event : NaeEvent.values()) {
            wanted.add(event + "/" + success(event));
            wanted.add(event + "/usage");
            ALWAYS.forEach(field -> wanted.add(event + "/missing-" + field));
            if (!UNKNOWN.contains(event)) {
                event.inputs().forEach(field -> wanted.add(event + "/missing-" + field));
                SOMETIMES.getOrDefault(event, List.of())
                        .forEach(field -> wanted.add(event + "/missing-" + field));
            }
            BAD_VALUES.getOrDefault(event, List.of())
                    .forEach(value -> wanted.add(event + "/" + value));
        }
        for (NaeEvent event : List.of(
                NaeEvent.IOIO, NaeEvent.MMIO_READ, NaeEvent.MMIO_WRITE)) {
            SCRATCH.forEach(value -> wanted.add(event + "/" + value));
        }
        claims().forEach(wanted::remove);
        assertThat(wanted).isEmpty();
    }

    private static String success(NaeEvent event) {
        return UNKNOWN.contains(event) ? "unknown" : NO_SUCCESS.getOrDefault(event, "success");
    }

    @Test
    void eachRequestOfTheMsrHasARow() {
        Set<String> wanted = new LinkedHashSet<>();
        for (MsrInfo info : MsrInfo.values()) {
            boolean asks = info.name().endsWith("_REQUEST") && info != MsrInfo.RUN_VMPL_REQUEST;
            wanted.add(info + (asks || info == MsrInfo.GHCB_GPA ? "/success" : "/unknown"));
        }
        wanted.add(MsrInfo.PAGE_STATE_CHANGE_REQUEST + "/refused");
        for (MsrInfo info : List.of(MsrInfo.PREFERRED_GPA_REQUEST,
                MsrInfo.REGISTER_GPA_REQUEST, MsrInfo.PAGE_STATE_CHANGE_REQUEST)) {
            wanted.add(info + "/not-snp");
        }
        claims().forEach(wanted::remove);
        assertThat(wanted).isEmpty();
    }

    @Test
    void refusesAFieldThatDoesNotExistAndANumberThatIsNone() {
        assertThatThrownBy(() -> first("a/b\tall\t-\tRIX=1\tWBINVD\tx\ty\n"))
                .hasMessageStartingWith("msr.tsv:2: a GHCB page has no field 'RIX'");
        assertThatThrownBy(() -> first("a/b\tall\t-\tRAX=1\tWBINVED\tx\ty\n"))
                .hasMessageStartingWith("msr.tsv:2: 'WBINVED' is no number");
        assertThatThrownBy(() -> first("a/b\tall\t-\tbuffer[9]=1\tWBINVD\tx\ty\n"))
                .hasMessageStartingWith("msr.tsv:2: 'word' is a whole number from 0 to 1, not '9'");
        assertThatThrownBy(() -> first("a/b\tall\tvcpus=9\t-\tWBINVD\tx\ty\n"))
                .hasMessageStartingWith("msr.tsv:2: 'vcpus' is a whole number from 1 to");
        assertThatThrownBy(() -> first("a/b\tall\tvmm-at-map=no\t-\tWBINVD\tx\ty\n"))
                .hasMessageStartingWith("msr.tsv:2: ").hasMessageContaining("vmm-at-map");
        assertThatThrownBy(() -> first("a/b\tall\t-\tRAX\tWBINVD\tx\ty\n"))
                .hasMessageStartingWith("msr.tsv:2: 'RAX' is not given; write");
    }

    @Test
    void whatAnotherVirtualCpuDoesNeedsOne() {
        for (String done : List.of("INIT", "SIPI", "jump-table=0x9000")) {
            assertThatThrownBy(() -> first("a/b\tall\t-\t" + done + "\tWBINVD\tx\ty\n"))
                    .hasMessageStartingWith("msr.tsv:2: '" + done
                            + "' is what another virtual CPU does: write vcpus=2");
        }
    }

    @Test
    void whoIsWokenHasAskedFirstAndWhoIsAskedForATableWaitsForIt() {
        assertThat(first("a/b\tp-7.3\tvcpus=2\tINIT; SIPI\tAP_RESET_HOLD\tx\ty\n"))
                .isEqualTo("p-7.3: must give x and gave info1=0 info2=1");
        assertThat(first("a/b\tp-7.3\tvcpus=2\tjump-table=0x9000; INIT\tAP_JUMP_TABLE info1=1"
                + "\tx\ty\n"))
                .isEqualTo("p-7.3: must give x and gave INIT_RECEIVED info1=0 info2=0x9000");
    }

    @Test
    void tellsWhatARowGaveInstead() {
        assertThat(first("a/b\tp-7.3\t-\t-\tHV_FEATURES\tuntouched\tx\n"))
                .isEqualTo("p-7.3: must give untouched and gave info1=0 info2=3");
        assertThat(first("a/b\tp-6.17..\t-\tSW_SCRATCH=0x7f000\tMMIO_READ info2=4\tEFAULT\tx\n"))
                .isEqualTo("p-7.3: must give EFAULT and gave info1=2 info2=3");
    }

    private static Set<String> claims() {
        Set<String> claims = new LinkedHashSet<>();
        SHIPPED.rows().forEach(row -> claims.add(row.claim()));
        return claims;
    }

    private static String first(String row) {
        ExitTables tables = new ExitTables(
                file -> file.equals("msr.tsv") ? HEAD + row : text(file));
        KernelRow read = tables.rows().get(0);
        return tables.run(read).wrong();
    }

    private static String text(String file) {
        try (InputStream stream = ExitTables.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
