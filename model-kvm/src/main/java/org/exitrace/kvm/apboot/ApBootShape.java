package org.exitrace.kvm.apboot;

import org.exitrace.engine.design.Design;
import org.exitrace.ghcb.guest.GuestSoftware;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.guest.HoldForm;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.linux.CpuHotplug;
import org.exitrace.ghcb.linux.Kexec;
import org.exitrace.ghcb.linux.KexecPark;
import org.exitrace.ghcb.linux.OsHandOver;
import org.exitrace.ghcb.ovmf.OvmfRounds;
import org.exitrace.ghcb.ovmf.PeiToDxe;
import org.exitrace.ghcb.script.ScriptedGuests;

/**
 * What there is in a machine that boots APs.
 *
 * @param story what the guest is about to do
 * @param aps application processors, 1 to 4
 * @param rounds rounds of the story that has them, 1 to 3
 * @param serial whether APs are woken one after the other, or all at once
 * @param sipis SIPIs after each INIT, 1 or 2
 * @param nmis NMIs that the outside world may send to APs, 0 to 3
 * @param interrupts fixed interrupts that the outside world may send to APs, 0 to 3
 * @param initBlocks how often INIT may be blocked for a while, 0 to 2
 * @param sevEs whether the guest's registers are encrypted
 * @param userLapic whether the LAPIC is in user space
 * @param apsStart in what state scripted APs begin; the other stories know that themselves
 */
public record ApBootShape(
        Story story, int aps, int rounds, boolean serial, int sipis, int nmis,
        int interrupts, int initBlocks,
        boolean sevEs, boolean userLapic, ApStart apsStart) {

    /** The smallest machine of a story: one AP, one round, one SIPI, a quiet world. */
    public static ApBootShape smallest(Story story) {
        return new ApBootShape(story, 1, 1, false, 1, 0, 0, 0, true, false,
                ApStart.OFF);
    }

    /** The same machine with other numbers of APs and rounds. */
    public ApBootShape with(int newAps, int newRounds) {
        return new ApBootShape(story, newAps, newRounds, serial, sipis, nmis, interrupts,
                initBlocks, sevEs, userLapic, apsStart);
    }

    /** The same machine with so many NMIs. */
    public ApBootShape withNmis(int count) {
        return new ApBootShape(story, aps, rounds, serial, sipis, count, interrupts, initBlocks,
                sevEs, userLapic, apsStart);
    }

    /** Whether APs that begin parked have parked by MSR. */
    boolean parksByMsr(Design design) {
        return switch (story) {
            case EXIT_BOOT_SERVICES -> false;
            case KEXEC -> design.get(KexecPark.SWITCH) == KexecPark.JUMP_TABLE_PAGE;
            default -> design.get(HoldForm.SWITCH) == HoldForm.MSR;
        };
    }

    /** The guest software that tells the story. */
    GuestSoftware software(ApBootScripts scripts) {
        InitSipi ovmf = new InitSipi(sipis, "ovmf");
        InitSipi linux = new InitSipi(sipis, "linux");
        return switch (story) {
            case POWER_ON -> new OvmfRounds(true, rounds, serial, ovmf);
            case FIRMWARE_ROUNDS -> new OvmfRounds(false, rounds, serial, ovmf);
            case PEI_TO_DXE -> new PeiToDxe(ovmf);
            case EXIT_BOOT_SERVICES -> new OsHandOver(true, serial, linux);
            case OS_BRING_UP -> new OsHandOver(false, serial, linux);
            case HOTPLUG -> new CpuHotplug(rounds, linux);
            case KEXEC -> new Kexec(linux);
            case SCRIPTED -> new ScriptedGuests(apsStart, scripts.guests());
        };
    }
}
