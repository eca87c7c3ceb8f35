package org.exitrace.vtl.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.hypercall.AllChecks;
import org.exitrace.vtl.hypercall.Check;
import org.exitrace.vtl.hypercall.Checks;
import org.exitrace.vtl.spec.CallKind;
import org.exitrace.vtl.spec.Hypercall;
import org.junit.jupiter.api.Test;

class VtlTablesTest {

    private static final VtlTables SHIPPED = new VtlTables(VtlTablesTest::text);
    private static final String HEAD = "id\tdialects\tgiven\tasks\tgives\tsource\n";

    @Test
    void eachRowGivesWhatItSaysInEachOfItsDialects() {
        assertThat(SHIPPED.rows()).hasSizeGreaterThan(600);
        assertThat(SHIPPED.rows().stream().map(SHIPPED::run)
                .filter(result -> !result.passed())
                .map(result -> result.row().place() + ": " + result.wrong())).isEmpty();
    }

    @Test
    void eachCheckHasARowInEachDialectThatLooksAndEachKnownCallASuccess() {
        Set<String> wanted = new LinkedHashSet<>();
        for (Checks<?, ?> call : AllChecks.LIST) {
            String name = call.call().split(" ")[0];
            for (StatusDialect dialect : StatusDialect.values()) {
                if (isKnown(name, dialect)) {
                    wanted.add(name + "/success " + dialect.label());
                }
                for (Check<?, ?> check : call.all()) {
                    if (!check.answers().in(dialect).isEmpty()) {
                        wanted.add(name + "/" + check.name() + " " + dialect.label());
                    }
                }
            }
        }
        SHIPPED.rows().forEach(row -> row.dialects().forEach(
                dialect -> wanted.remove(row.claim() + " " + dialect.label())));
        assertThat(wanted).isEmpty();
    }

    private static boolean isKnown(String name, StatusDialect dialect) {
        return AllChecks.LIST.stream().filter(call -> call.call().equals(name))
                .flatMap(call -> call.all().stream())
                .noneMatch(check -> check.name().equals("not-known")
                        && !check.answers().in(dialect).isEmpty());
    }

    @Test
    void eachHypercallHasItsLayoutItsChecksAndItsRows() {
        for (Hypercall call : Hypercall.values()) {
            assertThat(call.layout().fields().isEmpty())
                    .as("%s reads and writes nothing", call)
                    .isEqualTo(call.kind() == CallKind.SWITCH);
            assertThat(AllChecks.LIST).extracting(Checks::call).contains(call.name());
            assertThat(SHIPPED.rows()).extracting(VtlRow::claim)
                    .contains(call.name() + "/success");
        }
    }

    /** A table whose name is missing in the list is read by nobody, and nothing else would tell. */
    @Test
    void eachFileIsNamed() throws IOException, URISyntaxException {
        Path folder = Path.of(VtlTables.class.getResource("given.tsv").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tsv") && !name.equals("given.tsv"))
                    .map(name -> name.replace(".tsv", "")))
                    .containsExactlyInAnyOrderElementsOf(VtlTables.NAMES);
        }
    }

    @Test
    void tellsWhatARowGaveInstead() {
        assertThat(first("ENABLE_VP_VTL/success:x\tqemu\t-\tENABLE_VP_VTL vtl=1\tSUCCESS\tx\n"))
                .isEqualTo("qemu: must give SUCCESS and gave INVALID_PARAMETER");
        assertThat(first("ENABLE_VP_VTL/vp:x\tqemu\t-\tENABLE_VP_VTL vtl=1"
                + "\tINVALID_PARAMETER\tx\n"))
                .isEqualTo("qemu: must find vp and found partition-vtl");
        assertThat(first("ENABLE_VP_VTL/vp:x\tall\tpartition=0,1\tENABLE_VP_VTL vtl=1\tSUCCESS"
                + "\tx\n")).isEqualTo("tlfs: must find vp and found success");
        assertThat(first("SET_VP_REGISTERS/read-only:x\ttlfs\tpartition=0,1;vp0=0,1;caller=vp0-vtl1"
                + "\tSET_VP_REGISTERS register=VSM_PARTITION_CONFIG value=0x20 each-bit=6..7"
                + "\tSUCCESS done=1\tx\n")).startsWith("tlfs: must give SUCCESS done=1 and gave"
                        + " bit 7: SUCCESS|INVALID_PARAMETER|INVALID_REGISTER_VALUE done=0");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refuses("X/success\tall\t-\tX\tSUCCESS\tx\n", "there is no call 'X'");
        refuses("X/success\tall\t-\tY\tSUCCESS\tx\n", "'X/success' is no id of Y");
        refuses("VTL_CALL/success:x\tkvm\t-\tVTL_CALL\tvtl1\tx\n",
                "there is no dialect 'kvm'; write all, or some of [tlfs, qemu, openvmm]");
        refuses("VTL_CALL/success:x\tall\tvp9=1\tVTL_CALL\tvtl1\tx\n", "'vp9' says nothing here");
        refuses("VTL_CALL/success:x\tall\tcaller=vp0\tVTL_CALL\tvtl1\tx\n", "'vp0' is no caller");
        refuses("VTL_CALL/success:x\tall\torder=x\tVTL_CALL\tvtl1\tx\n", "there is no order 'x'");
        refuses("VTL_CALL/success:x\tall\twithout=x\tVTL_CALL\tvtl1\tx\n",
                "there is no privilege 'x'");
        refuses("VTL_CALL/success:x\tall\tport-lacks=x\tVTL_CALL\tvtl1\tx\n",
                "a connection has no 'x'");
        refuses("VTL_CALL/success:x\tall\t-\tVTL_CALL control=x\tvtl1\tx\n", "'x' is no number");
        refuses("VTL_CALL/success:x\tall\t-\tVTL_CALL contrl=1\tvtl1\tx\n",
                "'contrl' says nothing here; write some of [control, fast]");
        refuses("GET_VP_REGISTERS/success:x\tall\t-\tGET_VP_REGISTERS register=RIX\tSUCCESS\tx\n",
                "there is no register 'RIX'");
        refuses("GET_VP_REGISTERS/success:x\tall\t-\tGET_VP_REGISTERS register=RIP+1\tSUCCESS\tx\n",
                "of RIP there are 1, counted from 0; there is no 1");
    }

    private static void refuses(String row, String sentence) {
        assertThatThrownBy(() -> first(row)).hasMessageStartingWith("entry.tsv:2: " + sentence);
    }

    private static String first(String row) {
        VtlTables tables = new VtlTables(
                file -> file.equals("entry.tsv") ? HEAD + row : text(file));
        return tables.run(tables.rows().get(0)).wrong();
    }

    private static String text(String file) {
        try (InputStream stream = VtlTables.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
