package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that tell what there is: list, show, ops, validate. */
class CatalogueVerbsTest {

    @TempDir private Path folder;

    @Test
    void listsEachScenarioWithWhatItsDesignsShow() {
        Typed typed = Typed.line("list");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("ap-boot/lost-wake-up\n", "  - repaired: verified\n");
        assertThat(typed.lines()).first().isEqualTo("ap-boot/lost-wake-up");
    }

    @Test
    void listsAFolder() {
        assertThat(Typed.line("list conformance").out())
                .contains("conformance/").doesNotContain("ap-boot/lost-wake-up");
    }

    @Test
    void listsForPrograms() {
        assertThat(Typed.line("list --json").json().path("scenarios").get(0).path("name")
                .asString()).isEqualTo("ap-boot/lost-wake-up");
    }

    @Test
    void showsDesignsSwitchesPropertiesAndSources() {
        Typed typed = Typed.line("show ap-boot/lost-wake-up");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("sources ", "Designs, ", "    expects ", "(usual)",
                "Properties:", "  lost-wake-up ", "because ", "source: ");
        assertThat(typed.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void showsAFileOfOnesOwn() {
        Typed typed = Typed.words("show", OwnScenario.in(folder).toString());
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).startsWith("scenario      own/lost-wake-up\n");
    }

    @Test
    void tellsOperationsWithArgumentsAndResults() {
        Typed typed = Typed.line("ops ap-reset-hold");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("machine ap-boot", "  ap-reset-hold\n", "    form ",
                "    gives         one of ", "    source ").doesNotContain("icr-write");
        assertThat(Typed.line("ops").out()).contains("icr-write", "role vmm");
    }

    @Test
    void tellsTheSwitchesOfEachStoryWhereStoriesHaveTheirOwn() {
        Typed typed = Typed.line("ops vtl-protocol");
        assertThat(typed.out()).contains("  switches        (./exitrace show tells their values)\n",
                "    story=halt    runs-until-told, requested-before-woken\n");
        assertThat(Typed.line("ops vtl-protocol --json").json().path("machines").get(0)
                .path("switchesOf").path("story=halt").size()).isEqualTo(2);
        assertThat(Typed.line("show vtl/halted-untold").out())
                .contains("requested-before-woken: ").doesNotContain("linked-last");
    }

    @Test
    void refusesARuleOfAnotherStory() {
        assertThat(Typed.line("run vtl/halted-untold --set linked-last=forgotten").err())
                .contains("story 'halt' has no switch 'linked-last'; leave it out, or take story"
                        + " 'removal', which has it");
        Typed moved = Typed.line(
                "run vtl/tlb-lock-wake --design seen-once --machine story=halt");
        assertThat(moved.status()).isEqualTo(2);
        assertThat(moved.err()).contains("'--machine': story 'halt' has no switch"
                + " 'lock-seen-twice'; leave it out, or take story 'tlb-lock', which has it");
        assertThat(Typed.line("run vtl/tlb-lock-wake --design as-shipped --machine story=halt --set"
                + " requested-before-woken=forgotten").out())
                .contains("requested-before-woken=forgotten");
    }

    @Test
    void findsNothingWrongWithTheCatalogue() {
        Typed typed = Typed.line("validate ap-boot/lost-wake-up ap-boot/kexec");
        assertThat(typed.status()).isZero();
        assertThat(typed.lines()).containsExactly("ap-boot/lost-wake-up: nothing is wrong",
                "ap-boot/kexec: nothing is wrong");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceWithItsPlace() {
        Path file = OwnScenario.in(folder, "bad.yaml", OwnScenario.LOST_WAKE_UP
                .replace("title:", "titel:").replace("latched", "latchd"));
        Typed typed = Typed.words("validate", file.toString());
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err().lines()).hasSize(3);
        assertThat(typed.err()).contains(file + ":3:1: unknown key 'titel'; did you mean 'title'?",
                ":14:", "did you mean 'latched'?");
        assertThat(Typed.words("validate", file.toString(), "--json").json().path("files").get(0)
                .path("problems").size()).isEqualTo(3);
    }

    @Test
    void verifiesNoneOfAFolderUntilAllOfItCanBeRead() {
        Path tab = OwnScenario.in(folder, "a.yaml", "machine:\n\taps: 1\n");
        Path key = OwnScenario.in(folder, "b.yaml", OwnScenario.LOST_WAKE_UP
                .replace("title:", "titel:"));
        OwnScenario.in(folder);

        Typed typed = Typed.words("verify", folder.toString());

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("exitrace: " + tab + ":2:1: ",
                "exitrace: " + key + ":3:1: unknown key 'titel'");
        assertThat(Typed.words("verify", folder.toString(), "--json").json().path("problems"))
                .hasSize(3);
    }

    @Test
    void tellsTheRunsOfADesignAndFuzzesByThem() {
        assertThat(Typed.words("show", "ap-boot/two-aps-serial").out())
                .contains("1,000 timed, seed 1");
        assertThat(Typed.words("fuzz", "ap-boot/two-aps-parallel", "--no-shrink", "--json").json()
                .path("seed").asLong()).isEqualTo(1);
        assertThat(Typed.words("fuzz", "ap-boot/two-aps-parallel", "--no-shrink", "--json",
                "--seed", "5").json().path("seed").asLong()).isEqualTo(5);
    }
}
