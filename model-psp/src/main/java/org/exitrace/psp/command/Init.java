package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.engine.state.CountCell;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.KeyStore;
import org.exitrace.psp.firmware.Option;
import org.exitrace.psp.firmware.Platform;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/**
 * INIT and INIT_EX. They are not atomic: when a look at the memory for encrypted state fails, keys
 * may be saved already, and all ASIDs be dirty.
 */
final class Init {

    private static final String SOURCE = "SEV firmware, a.2";

    private Init() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(
                Handler.of(CommandId.INIT, SOURCE)
                        .takes(Argument.ES)
                        .with(Init::host)
                        .with(Init::keys)
                        .code(List.of(), code -> Cores.forget(code, bounds, Init::dirties))
                        .with(Init::encryptedState),
                Handler.of(CommandId.INIT_EX, SOURCE)
                        .takes(Argument.ES, Argument.KEY_MEMORY)
                        .with(Init::host)
                        .with(Init::keyMemory)
                        .with(Init::keys)
                        .code(List.of(), code -> Cores.forget(code, bounds, Init::dirties))
                        .then()
                        .refuseFlaw("tmr-overlap", Status.INVALID_ADDRESS,
                                "the memory for encrypted state overlaps that for keys",
                                fw -> asksEs(fw) && KeyStorage.namesMemory(fw))
                        .leaving(Init::forget)
                        .with(Init::encryptedState));
    }

    private static void host(Handler handler) {
        handler.refuse("platform", Status.INVALID_PLATFORM_STATE, "sev.state is not UNINIT",
                        fw -> !fw.platform.sev.is(SevState.UNINIT))
                .next(PlatformRefusals.READ_REGISTERS)
                .with(PlatformRefusals.setting("boot-loader", Status.UNSUPPORTED,
                        HostSetting.OLD_BOOT_LOADER, "the boot loader is too old"))
                .with(PlatformRefusals.setting("dram-encryption", Status.HARDWARE_PLATFORM,
                        HostSetting.DRAM_ENCRYPTION_OFF, "encryption of DRAM is off"))
                .with(PlatformRefusals.setting("sme", Status.HARDWARE_PLATFORM,
                        HostSetting.SME_NOT_EVERYWHERE, "SME is not on every core"))
                .with(PlatformRefusals.setting("smke", Status.HARDWARE_PLATFORM,
                        HostSetting.SMKE, "SMKE is on"))
                .refuseFlaw("flags", Status.INVALID_CONFIG, "a flag other than that for encrypted"
                        + " state, or a reserved field, is set")
                .refuse("snp-first", Status.INVALID_PLATFORM_STATE,
                        "SNPEn is set and the RMP is not initialised: SNP_INIT has to come first",
                        fw -> fw.settings.has(HostSetting.SNP_ENABLED)
                                && fw.platform.rmpInitialized.isClear());
    }

    private static void keyMemory(Handler handler) {
        handler.refuseFlaw("length", Status.INVALID_LENGTH, "the buffer's length is not 0x24")
                .refuseFlaw("nv-alignment", Status.INVALID_ADDRESS,
                        "the memory for keys is not aligned to 4 KiB", KeyStorage::namesMemory)
                .refuseFlaw("nv-range", Status.INVALID_ADDRESS,
                        "the memory for keys is no memory of the host", KeyStorage::namesMemory)
                .refuseFlaw("nv-length", Status.INVALID_LENGTH,
                        "the memory for keys is not 32 KiB", KeyStorage::namesMemory)
                .next("reads the RMP entry of the memory for keys",
                        fw -> readsRmp(fw, fw.command.area))
                .refuse("nv-page", Status.INVALID_PAGE_STATE,
                        "the memory for keys is neither FIRMWARE nor DEFAULT",
                        fw -> fw.mayNotWrite(fw.command.area))
                .next("reads and writes the memory for keys", KeyStorage::namesMemory);
    }

    private static void keys(Handler handler) {
        handler.refuse("stored-keys", Status.SECURE_DATA_INVALID,
                        "the HMAC or the wrapping of the stored keys is wrong",
                        fw -> !isUnreadable(fw)
                                && KeyStorage.named(fw).content.is(KeyStore.Content.CORRUPT))
                .leaving(fw -> KeyStorage.named(fw).erase())
                .refuse("storage", Status.HARDWARE_PLATFORM,
                        "flash memory cannot be read, also at the eighth try",
                        Init::isUnreadable)
                .already(KeyStorage::load)
                .refuse("save", Status.HARDWARE_PLATFORM,
                        "what is saved does not read back as it was written",
                        fw -> fw.settings.has(HostSetting.SAVE_FAILS))
                .leaving(fw -> {
                    KeyStorage.named(fw).lose(KeyStore.Content.EMPTY);
                    forget(fw);
                })
                .already(fw -> KeyStorage.named(fw).save(fw.platform.identity));
    }

    private static boolean isUnreadable(Firmware fw) {
        return fw.settings.has(HostSetting.FLASH_UNREADABLE) && !KeyStorage.namesMemory(fw);
    }

    private static void encryptedState(Handler handler) {
        handler.next("reads the RMP entry of the TMR", fw -> readsRmp(fw, fw.command.esArea))
                .refuse("tmr-page", Status.INVALID_PAGE_STATE,
                        "the memory for encrypted state is neither FIRMWARE nor DEFAULT",
                        fw -> fw.mayNotWrite(fw.command.esArea))
                .leaving(Init::forget)
                .refuseFlaw("tmr-alignment", Status.INVALID_ADDRESS,
                        "the memory for encrypted state is not aligned to 1 MiB, or 2 MiB when"
                                + " the RMP is initialised", Init::asksEs)
                .leaving(Init::forget)
                .refuse("tmr-size", Status.INVALID_LENGTH,
                        "the memory for encrypted state is not 1 MiB, or 2 MiB when the RMP is"
                                + " initialised", Init::isWrongSize)
                .leaving(Init::forget)
                .refuseFlaw("tmr-mmio", Status.INVALID_CONFIG,
                        "the memory for encrypted state overlaps registers in memory",
                        Init::asksEs)
                .leaving(Init::forget)
                .does(Init::begin)
                .moves(new Move("platform", SevState.UNINIT, SevState.INIT))
                .moves(new Move("asid", AsidUse.CLEAN, AsidUse.DIRTY));
    }

    private static boolean asksEs(Firmware fw) {
        return fw.command.asks(Option.ES);
    }

    private static boolean readsRmp(Firmware fw, CountCell area) {
        return fw.platform.snp.is(SnpState.INIT) && Firmware.isPage(area);
    }

    private static boolean isWrongSize(Firmware fw) {
        return asksEs(fw)
                && fw.command.esSize.get() != (fw.platform.rmpInitialized.isSet() ? 2 : 1);
    }

    /** Whether INIT makes ASIDs dirty: while SNP is on, SNP_INIT has. */
    private static boolean dirties(Firmware fw) {
        return fw.platform.snp.is(SnpState.UNINIT);
    }

    private static void forget(Firmware fw) {
        fw.platform.identity.clear();
    }

    private static void begin(Firmware fw) {
        fw.platform.sev.become(SevState.INIT);
        fw.platform.keysInMemory.become(KeyStorage.namesMemory(fw));
        if (asksEs(fw)) {
            fw.platform.es.raise();
            fw.platform.tmr.become(Platform.EsMemory.RESERVED);
        }
    }
}
