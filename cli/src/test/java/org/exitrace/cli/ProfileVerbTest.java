package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exitrace.scenarios.profile.ProfileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileVerbTest {

    private static final String HEAD = """
            format: 1
            profile: mine
            title: My machine
            platform: a box
            costs:
            """;

    @TempDir private Path folder;

    @Test
    void showsWhichProfilesThereAre() {
        assertThat(Typed.line("profile show").out()).contains(ProfileReader.KNOWN)
                .contains("of which nobody measured");
    }

    @Test
    void showsEachFigureWithItsSourceAndWhatIsAssumed() throws IOException {
        Typed typed = Typed.words("profile", "show", mine("""
                  vmexit.plain: {log-normal: {50: 2, 99: 3}, unit: us, fit: by eye, source: a clock,
                    confidence: low, cpu: another box}
                  kvm.kick: {constant: 7, assumed: kicks are quick}
                """));

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("mine: My machine", "assumed                   kvm.kick",
                "of other machines         vmexit.plain", "log-normal 50 %: 2, 99 %: 3 us; by eye",
                "median 2,000 ns", "on another box", "low confidence: a clock",
                "assumed: kicks are quick");
    }

    @Test
    void checksWhichMachinesAProfileCanTime() throws IOException {
        String mine = mine("""
                  kvm.access: {constant: 5, assumed: x}
                  kvm.kik: {constant: 5, assumed: x}
                  kvm.kick: {constant: 5, assumed: x}
                  vmm.ioctl: {constant: 5, assumed: x}
                  vmm.access: {constant: 5, assumed: x}
                """);
        Typed typed = Typed.words("profile", "check", mine);

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains(mine + ": can be read; 1 warning\n",
                "complete for        svsm, vtl-protocol\n",
                "lacks for kvm-host  cpu.wbinvd, psp.command",
                "no machine has a step that costs 'kvm.kik'; did you mean 'kvm.kick'?",
                "assumed             kvm.access, kvm.kik");
    }

    @Test
    void refusesAWrongFigureAtItsLine() throws IOException {
        String mine = mine("  kvm.kick: {constant: -5, assumed: x}\n");
        Typed typed = Typed.words("profile", "check", mine);

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("mine.yaml:6:", "'costs.kvm.kick.constant' must be a"
                + " number from 0").contains("not the number -5");
    }

    @Test
    void tellsWhatDiffersBetweenTwo() throws IOException {
        Typed typed = Typed.words("profile", "diff", "amd-snp-genoa", mine("""
                  vmentry: {constant: 1230, source: a clock, confidence: high}
                  kvm.kik: {constant: 5, assumed: x}
                """));

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("median 615 ns (constant 615 ns; medium)",
                "median 1,230 ns (constant 1230 ns; high), 2 times as long",
                "kvm.kik                   only in mine, constant 5 ns",
                "kvm.kick                  only in amd-snp-genoa", "0 are the same");
        assertThat(Typed.line("profile diff live-migration live-migration").out())
                .contains("0 keys differ, 11 are the same");
    }

    /** Two lines with the same figure would tell nothing. */
    @Test
    void namesWhatDiffersBesideAFigureThatIsTheSameInBoth() throws IOException {
        Typed typed = Typed.words("profile", "diff", "amd-snp-genoa", mine("""
                  vmentry: {constant: 615, source: a clock, confidence: medium}
                """));

        assertThat(typed.out().replaceAll("\\s+", " ")).contains("vmentry median 615 ns (constant"
                + " 615 ns; medium) in both; another condition, source");
    }

    @Test
    void predictsWhatWasMeasuredAndTellsHowFarOffItIs() {
        Typed typed = Typed.line("profile predict rmp-init ping");

        assertThat(typed.status()).isZero();
        assertThat(typed.lines()).anyMatch(line -> line.matches(
                "  521 MiB of the RMP, Milan +2\\.35232 +2\\.410 s +-2\\.39 % +holds"));
        assertThat(typed.out()).contains("of 7 predictions 3 hold, 4 fail, and 0 are left");
        assertThat(Typed.line("profile predict rmp").err())
                .contains("there is no oracle 'rmp'");
    }

    @Test
    void refusesWhatIsNoAction() {
        assertThat(Typed.line("profile shwo").err())
                .contains("'profile' has no action 'shwo'; did you mean 'show'?");
        assertThat(Typed.line("profile diff live-migration").err())
                .contains("it is ./exitrace profile diff A B");
        assertThat(Typed.line("profile").err())
                .contains("it is ./exitrace profile ACTION [P...]");
    }

    private String mine(String costs) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), HEAD + costs.indent(2)
                .replaceAll("(?m)^    ", "  ")).toString();
    }
}
