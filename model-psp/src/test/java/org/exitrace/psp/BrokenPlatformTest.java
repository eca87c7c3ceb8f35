package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;
import org.junit.jupiter.api.Test;

/** Each promise of the platform notices a firmware that forgets what it is about. */
class BrokenPlatformTest {

    private static final Consumer<CommandCells> NOTHING = given -> { };

    @Test
    void keepsAllPromisesAsItIs() {
        assertThat(snpHost().handle(CommandId.SNP_INIT, NOTHING)
                .handle(CommandId.INIT, NOTHING).broken()).isEmpty();
    }

    @Test
    void noticesAShutdownThatForgetsTheTableAndGoesOn() {
        assertThat(snpHost().handle(CommandId.SNP_INIT, NOTHING)
                .handle(Handler.of(CommandId.SNP_SHUTDOWN_EX, "keeps the state")
                        .does(fw -> fw.platform.rmpInitialized.clear()), NOTHING).broken())
                .containsExactly("snp-without-rmp");
    }

    @Test
    void noticesAnInitThatDoesNotAskForTheTable() {
        assertThat(snpHost().handle(Handler.of(CommandId.INIT, "does not ask")
                .does(fw -> fw.platform.sev.become(SevState.INIT)), NOTHING).broken())
                .containsExactly("sev-before-snp");
    }

    @Test
    void noticesAnSnpInitThatForgetsTheIommu() {
        assertThat(snpHost().handle(Handler.of(CommandId.SNP_INIT, "forgets the IOMMU")
                .does(fw -> {
                    fw.platform.rmpInitialized.raise();
                    fw.platform.snp.become(SnpState.INIT);
                }), NOTHING).broken()).containsExactly("snp-without-guard");
    }

    @Test
    void noticesEncryptedStateWithoutMemoryForIt() {
        assertThat(new FirmwareAlone(new FirmwareBounds(1, 1, 1, 1, 1, 0))
                .handle(Handler.of(CommandId.INIT, "reserves nothing").does(fw -> {
                    fw.platform.sev.become(SevState.INIT);
                    fw.platform.es.raise();
                }), NOTHING).broken()).containsExactly("encrypted-state-without-memory");
    }

    @Test
    void noticesKeysThatAreErased() {
        assertThat(new FirmwareAlone(new FirmwareBounds(1, 1, 1, 1, 1, 0))
                .handle(Handler.of(CommandId.INIT, "erases good keys")
                        .does(fw -> fw.flash.erase()), NOTHING).broken())
                .containsExactly("keys-lost");
    }

    private static FirmwareAlone snpHost() {
        return new FirmwareAlone(new FirmwareBounds(1, 1, 1, 1, 1, 0)).does(
                fw -> fw.settings.set.add(HostSetting.SNP_ENABLED.ordinal()));
    }
}
