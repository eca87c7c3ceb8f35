package org.exitrace.ghcb.vc;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.ghcb.design.ApicIdForm;
import org.exitrace.ghcb.design.CBitSource;
import org.exitrace.ghcb.design.GhcbBackup;
import org.exitrace.ghcb.design.GhcbOwner;
import org.exitrace.ghcb.design.GhcbRelease;
import org.exitrace.ghcb.design.GuestChecks;
import org.exitrace.ghcb.design.GuestCode;
import org.exitrace.ghcb.design.HoldPrefill;
import org.exitrace.ghcb.design.MmioMapping;
import org.exitrace.ghcb.design.MsrRestore;
import org.exitrace.ghcb.design.OpcodeCheck;
import org.exitrace.ghcb.design.UserMmio;
import org.exitrace.ghcb.design.UserPort;
import org.exitrace.ghcb.design.VersionWritten;

/** How the #VC handler of a design is built. */
public final class VcDesign {

    /** The questions that it answers, apart from whose code it is. */
    public static final List<Switch<?>> SWITCHES = List.of(GuestChecks.SWITCH,
            OpcodeCheck.SWITCH, GhcbRelease.SWITCH, GhcbBackup.SWITCH, GhcbOwner.SWITCH,
            MsrRestore.SWITCH, ApicIdForm.SWITCH, UserMmio.SWITCH, UserPort.SWITCH,
            HoldPrefill.SWITCH, VersionWritten.SWITCH, CBitSource.SWITCH, MmioMapping.SWITCH);

    private final Design design;

    VcDesign(Design design) {
        this.design = design;
    }

    /** Whether answers are checked. */
    boolean checks() {
        return design.get(GuestChecks.SWITCH) == GuestChecks.AS_CODE;
    }

    /** Whether the instruction is compared with the exit code. */
    boolean comparesOpcode() {
        return design.get(OpcodeCheck.SWITCH) == OpcodeCheck.CHECKED;
    }

    /** Whether a handler leaves an empty bitmap. */
    boolean clearsBitmap() {
        return design.get(GhcbRelease.SWITCH) == GhcbRelease.CLEARED;
    }

    /** Whether a nested handler restores the page. */
    boolean keepsBackup() {
        return design.get(GhcbBackup.SWITCH) == GhcbBackup.KEPT;
    }

    /** Whether an exception of another kind becomes #GP, and is no error of the host. */
    boolean makesProtectionFaults() {
        return design.get(GuestCode.SWITCH) == GuestCode.OVMF;
    }

    /** Whether all virtual CPUs use the page of the first. */
    boolean sharesBootPage() {
        return design.get(GhcbOwner.SWITCH) == GhcbOwner.BOOT;
    }

    /** Whether a call by the GHCB MSR leaves the response there. */
    boolean losesMsr() {
        return design.get(MsrRestore.SWITCH) == MsrRestore.LOST;
    }

    /** Whether a page that is filled ahead counts as in use. */
    boolean marksPrefilled() {
        return design.get(HoldPrefill.SWITCH) == HoldPrefill.IN_USE;
    }

    /** Whether an AP without a stack executes CPUID. */
    boolean needsStackForApicId() {
        return design.get(ApicIdForm.SWITCH) == ApicIdForm.CPUID;
    }

    /** Whether MMIO is emulated for user tasks. */
    boolean emulatesUserMmio() {
        return design.get(UserMmio.SWITCH) == UserMmio.EMULATED;
    }

    /** Whether the port of a decoded instruction is looked up. */
    boolean looksUpDecodedPort() {
        return design.get(UserPort.SWITCH) == UserPort.DECODED;
    }

    /** Whether what is mapped with the C-bit is taken for no device. */
    boolean looksAtMapping() {
        return design.get(MmioMapping.SWITCH) == MmioMapping.CHECKED;
    }

    /** Whether the GHCB MSR, version and usage are written before each exit; or once. */
    boolean writesEachTime() {
        return design.get(GuestCode.SWITCH) != GuestCode.OVMF;
    }

    /** Whether the newest version that it knows is the only one that it takes. */
    boolean insistsOnNewest() {
        return design.get(GuestCode.SWITCH) == GuestCode.SVSM;
    }

    /** Whether what the host says of the C-bit is compared with what the processor does. */
    boolean triesCBit() {
        return design.get(CBitSource.SWITCH) == CBitSource.TRIED;
    }

    /** Whether the host is not asked for the C-bit. */
    boolean readsCpuidPage() {
        return design.get(CBitSource.SWITCH) == CBitSource.CPUID_PAGE;
    }

    /** What it writes into its page as the version, where {@code agreed} is the one agreed on. */
    int versionWritten(int agreed) {
        return design.get(VersionWritten.SWITCH) == VersionWritten.ONE ? 1 : agreed;
    }
}
