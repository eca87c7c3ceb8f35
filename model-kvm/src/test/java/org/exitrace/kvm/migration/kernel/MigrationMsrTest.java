package org.exitrace.kvm.migration.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.kvm.migration.Migration;
import org.exitrace.kvm.migration.spec.GuestKind;
import org.exitrace.kvm.migration.spec.StatusInterface;
import org.exitrace.kvm.migration.world.Vcpu;
import org.exitrace.kvm.migration.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each version does with a write, for each kind of guest, bit in CPUID, value and filter. */
class MigrationMsrTest {

    private static final char[] LETTERS = {'S', 'I', 'F', 'E'};

    /** Writes of 0, 1 and 2: stored, ignored, faults or exits. */
    @ParameterizedTest(name = "{0}, {1}, CPUID bit {2}, filter {3}: {4}")
    @CsvSource({
        "filter,SEV,true,false,FFF", "filter,SEV,true,true,EEE", "filter,PLAIN,false,true,EEE",
        "ignored,SEV,false,true,SSS", "ignored,SEV,true,false,SSS", "ignored,PLAIN,true,true,III",
        "checked,SEV,true,true,SSF", "checked,SEV,false,true,FFF", "checked,PLAIN,true,true,FFF",
        "forced-exit,SEV_ES,true,false,EEE", "forced-exit,SEV,false,true,FFF",
        "forced-exit,PLAIN,true,true,FFF",
        "draft-non-zero,SEV,true,false,SSF", "draft-non-zero,SEV,false,false,SFF",
        "draft-non-zero,PLAIN,false,false,SFF", "draft-non-zero,SEV,false,true,EEE",
        "draft-cpuid,SEV,true,false,SSF", "draft-cpuid,PLAIN,true,false,SSF",
        "draft-cpuid,SEV,false,false,FFF",
        "draft-default,SEV,true,false,SFF", "draft-default,PLAIN,false,false,FSF"})
    void eachRuleTakesWhatItSays(
            String rule, GuestKind kind, boolean cpuid, boolean filter, String wanted) {
        ModelBuilder model = new ModelBuilder("test", Migration.usualDesign());
        World world = new World(model, kind, 1);
        Vcpu vcpu = new Vcpu(model.region("vcpu"), 0, world,
                new SharedWords(model.region("words")));
        vcpu.cpuid.initially(cpuid);
        world.vm.msrFilter.initially(filter);
        model.on(model.actor("a"), vcpu).step("b").when(any -> true).then(any -> { });
        model.build();
        Design design = Migration.usualDesign().with("migration-msr", rule);
        MigrationMsr msr = new MigrationMsr(design, kind);
        StringBuilder gives = new StringBuilder();
        for (int value = 0; value <= 2; value++) {
            gives.append(LETTERS[msr.write(vcpu, value).ordinal()]);
        }

        assertThat(gives).hasToString(wanted);
    }

    @ParameterizedTest(name = "{0}: {1}, {2} and {3}")
    @CsvSource({"user-space,0x4b564d08,2,17", "kvm-list,0x4b564d08,2,16",
        "kvm-bitmap,0x4b564d06,4,14"})
    void eachInterfaceHasItsNumbers(String keeper, String msr, int reserved, int feature) {
        Design design = Migration.usualDesign().with("page-status", keeper);
        StatusInterface face = MigrationMsr.interfaceOf(design);

        assertThat(new MigrationMsr(design, GuestKind.SEV).name()).isEqualTo(msr);
        assertThat(face.isReserved(reserved)).isTrue();
        assertThat(face.isReserved(reserved / 2)).isFalse();
        assertThat(face.msrFeature()).isEqualTo(feature);
    }
}
