package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Option;
import org.exitrace.psp.firmware.Versions;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/** New firmware, and the versions that attestation reports show. */
final class Updates {

    private static final String SOURCE = "SEV firmware, a.2";

    private Updates() {
    }

    static List<Handler> all() {
        return List.of(download(), downloadEx(), config(), commit(), loadVlek());
    }

    private static Handler download() {
        return Handler.of(CommandId.DOWNLOAD_FIRMWARE, SOURCE)
                .takes(Argument.IMAGE)
                .with(PlatformRefusals::bothUninit)
                .with(Updates::image)
                .does(fw -> {
                    fw.platform.versions.current.become(fw.command.version.get());
                    fw.platform.versions.committed.become(fw.command.version.get());
                })
                .moves(new Move("platform", SevState.UNINIT, SevState.UNINIT));
    }

    /**
     * A roll-back that fails leaves this command alone. That the update which then succeeds brings
     * the others back is our reading.
     */
    private static Handler downloadEx() {
        return Handler.of(CommandId.SNP_DOWNLOAD_FIRMWARE_EX, SOURCE)
                .takes(Argument.IMAGE)
                .with(PlatformRefusals::sevUninit)
                .refuseFlaw("reserved", Status.INVALID_PARAM, "reserved bits are set")
                .with(Updates::image)
                .refuseFlaw("configuration", Status.UPDATE_FAILED,
                        "the new firmware refuses the platform as it is, and the old is back",
                        fw -> !fw.settings.has(HostSetting.ROLLBACK_FAILS))
                .refuseFlaw("rollback", Status.HARDWARE_UNSAFE,
                        "the new firmware refuses the platform as it is, and the old is gone",
                        fw -> fw.settings.has(HostSetting.ROLLBACK_FAILS))
                .leaving(fw -> fw.platform.onlyUpdate.raise())
                .does(fw -> {
                    fw.platform.versions.current.become(fw.command.version.get());
                    fw.platform.onlyUpdate.clear();
                })
                .moves(new Move("snp", SnpState.INIT, SnpState.INIT));
    }

    private static void image(Handler handler) {
        handler.refuseFlaw("alignment", Status.INVALID_ADDRESS,
                        "the image is not aligned to 32 bytes")
                .refuseFlaw("length", Status.INVALID_LENGTH, "the image's length is wrong")
                .refuseFlaw("signature", Status.BAD_SIGNATURE, "the image's signature is wrong")
                .refuseFlaw("address", Status.INVALID_ADDRESS, "the image is no memory")
                .refuseFlaw("room", Status.RESOURCE_LIMIT, "there is no room for the image")
                .next("gives the image to the second socket")
                .with(PlatformRefusals.setting("second-socket", Status.HARDWARE_PLATFORM,
                        HostSetting.SECOND_SOCKET_FAILS, "the second socket fails to take it"))
                .refuse("committed", Status.INVALID_CONFIG,
                        "the image is older than what is committed",
                        fw -> fw.command.version.get() < fw.platform.versions.committed.get())
                .refuseFlaw("unsupported", Status.INVALID_CONFIG,
                        "the image is for other parts")
                .refuseFlaw("type", Status.INVALID_PARAM, "the image is none of SEV firmware");
    }

    private static Handler config() {
        return Handler.of(CommandId.SNP_CONFIG, SOURCE)
                .takes(Argument.TCB, Argument.MASKS)
                .refuseFlaw("reserved", Status.INVALID_PARAM, "reserved bits are set")
                .refuse("tcb", Status.INVALID_PARAM, "the TCB is newer than what is committed",
                        fw -> fw.command.version.get() > fw.platform.versions.committed.get())
                .does(Updates::configure)
                .moves(new Move("snp", SnpState.INIT, SnpState.INIT));
    }

    private static void configure(Firmware fw) {
        Versions versions = fw.platform.versions;
        versions.configured.become(fw.command.version.get());
        versions.masked.clear();
        if (fw.command.asks(Option.MASK_CHIP_ID)) {
            versions.masked.add(0);
        }
        if (fw.command.asks(Option.MASK_CHIP_KEY)) {
            versions.masked.add(1);
        }
    }

    private static Handler commit() {
        return Handler.of(CommandId.SNP_COMMIT, SOURCE)
                .refuseFlaw("length", Status.INVALID_PARAM, "the buffer's length is wrong")
                .does(fw -> {
                    fw.platform.versions.committed.become(fw.platform.versions.current.get());
                    fw.platform.versions.configured.clear();
                })
                .moves(new Move("snp", SnpState.INIT, SnpState.INIT));
    }

    private static Handler loadVlek() {
        return Handler.of(CommandId.SNP_VLEK_LOAD, SOURCE)
                .takes(Argument.TCB)
                .refuseFlaw("length", Status.INVALID_PARAM, "the buffer's length is wrong")
                .refuseFlaw("version", Status.INVALID_PARAM, "the hashstick's version is wrong")
                .refuseFlaw("reserved", Status.INVALID_PARAM, "reserved bits are set")
                .refuse("tcb", Status.BAD_SVN, "the wrapped TCB is not the one that is reported",
                        fw -> fw.command.version.get() != fw.platform.versions.reported())
                .refuseFlaw("unwrap", Status.BAD_MEASUREMENT, "the key does not unwrap")
                .does(fw -> fw.platform.versions.vlek.raise());
    }
}
