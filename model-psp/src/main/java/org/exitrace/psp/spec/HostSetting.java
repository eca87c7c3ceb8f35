package org.exitrace.psp.spec;

import java.util.Locale;

/**
 * What a host is like, apart from its usual: how its boot firmware and its kernel have set it up,
 * and what hardware does not do. Each is one of the conditions that platform commands look at
 * (docs/sev-firmware.md, a.2); on the usual host none holds, so that SEV and SEV-ES can be
 * initialised and SNP, which needs {@link #SNP_ENABLED}, cannot.
 */
public enum HostSetting {
    /** The boot loader is too old for the part, a Bergamo. */
    OLD_BOOT_LOADER,
    /** Encryption of DRAM is off. */
    DRAM_ENCRYPTION_OFF,
    /** SME is not enabled on every core. */
    SME_NOT_EVERYWHERE,
    /** SMKE is on. */
    SMKE,
    /** SYSCFG.SNPEn is set on every core. It stays set until the machine is reset. */
    SNP_ENABLED,
    /** SYSCFG.VMPLEn is not set on every core. */
    VMPL_NOT_EVERYWHERE,
    /** Registers that must match differ between cores: fixed MTRRs, IORRs, TOM and others. */
    MSRS_DIFFER,
    /** SYSCFG.MFDM, which has to be set, is not. */
    MFDM_OFF,
    /** SMM is not locked. */
    SMM_UNLOCKED,
    /** TSEG is not as it has to be. */
    TSEG_WRONG,
    /** RMP_BASE or RMP_END differ between cores. */
    RMP_BASES_DIFFER,
    /** RMP_BASE or RMP_END is not aligned to 1 MiB. */
    RMP_MISALIGNED,
    /** RMP_BASE or RMP_END has the C-bit set. */
    RMP_C_BIT,
    /** The reverse map table overlaps memory-mapped registers. */
    RMP_ON_MMIO,
    /** VM_HSAVE_PA is not zero on some core: KVM has not let go of it. */
    HSAVE_SET,
    /** The hardware fails to fill the reverse map table. */
    RMP_FILL_FAILS,
    /** The part is in its diagnostic mode. */
    DIAGNOSTIC_MODE,
    /** The part is unlocked, as no sold part is. */
    UNLOCKED_PART,
    /** Flash memory cannot be read, also not at the eighth try. */
    FLASH_UNREADABLE,
    /** What is saved does not read back as it was written. */
    SAVE_FAILS,
    /** Hardware fails to clean up at a shutdown. */
    CLEANUP_FAILS,
    /** The x86 side fails its part of SNP_SHUTDOWN_EX. */
    X86_SHUTDOWN_FAILS,
    /** The SMU does not support the x86 side's part of SNP_SHUTDOWN_EX. */
    SMU_UNABLE,
    /** The second socket does not take a firmware image. */
    SECOND_SOCKET_FAILS,
    /** The old firmware cannot be brought back. */
    ROLLBACK_FAILS,
    /** The IOMMU keeps its logs in the last page that the model knows. */
    IOMMU_LOGS,
    /** Simultaneous multithreading is off. */
    SMT_OFF,
    /** The reverse map table ends in the first page that the model knows. */
    RMP_IN_FIRST_PAGE,
    /** What should keep x86 software from the table while SNP_INIT fills it does not. */
    RMP_UNGUARDED,
    /** The firmware's interface is older than 1.53. */
    OLD_INTERFACE,
    /** Some CPU uses each page that the host wants back, so that RMPUPDATE fails. */
    PAGES_IN_USE,
    /** The PSP does not hear the doorbell. */
    PSP_HUNG,
    /** The firmware cannot write a command buffer back. */
    COPY_BACK_FAILS;

    /** As scripts write it: {@code old-boot-loader}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of all, in order. */
    public static String[] words() {
        String[] words = new String[values().length];
        for (HostSetting setting : values()) {
            words[setting.ordinal()] = setting.word();
        }
        return words;
    }
}
