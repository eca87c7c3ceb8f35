package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.spec.AccessMask;
import org.exitrace.vtl.state.Device;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Overlay;
import org.exitrace.vtl.state.Page;
import org.exitrace.vtl.state.Vtl;

/** What each host owes to a guest whose VTLs protect pages. */
final class MemoryPromises {

    private MemoryPromises() {
    }

    static void declare(ModelBuilder model, Guest guest, boolean hasMaskWaits) {
        List<Vtl> vtls = guest.vps().stream().flatMap(vp -> vp.vtls().stream()).toList();
        model.never("I-35", "a VTL accesses a page in a way that a higher one has forbidden, and"
                + " that one knows that its mask is in force", vtls,
                vtl -> vtl.view().trespassed.isSet())
                .because("protections count for processors, emulators and whatever else accesses"
                        + " memory for a VTL")
                .from("docs/vtl.md I-35");
        intercepts(model, vtls);
        overlays(model, guest.memory.overlays().all());
        guest.memory.device().ifPresent(device -> device(model, device));
        locks(model, vtls, hasMaskWaits);
        model.never("I-42", "a flush is over, and a VTL executes with a translation that gives more"
                + " than the masks", vtls, vtl -> vtl.view().earlyFlush.isSet())
                .because("whoever flushes may count on it that old translations are gone")
                .from("docs/vtl.md I-42");
        model.never("I-45", "a mask is in force that lets a VTL write or execute what it may not"
                + " read", guest.memory.pages(), page -> isIllegal(page, guest))
                .because("no translation can say that")
                .from("docs/vtl.md I-45");
        model.never("I-70", "a VTL is told of an access that is not the one which its virtual"
                + " processor has tried", vtls, vtl -> vtl.view().misled.isSet())
                .because("an intercept is told of one access: who, where and what belong together")
                .from("docs/vtl.md I-70");
    }

    private static void locks(ModelBuilder model, List<Vtl> vtls, boolean hasMaskWaits) {
        model.never("I-38", "a TLB lock is held whose owner is not active any more", vtls,
                MemoryPromises::isLeftLocked)
                .because("nobody else can release it")
                .from("docs/vtl.md I-38");
        model.never("I-39", "a flush goes past a TLB lock", vtls,
                vtl -> vtl.view().lock().ignored.isSet())
                .because("the owner of a lock counts on it that no flush which meets the lock is"
                        + " over before that")
                .from("docs/vtl.md I-39");
        if (hasMaskWaits) {
            model.never("I-39-masks", "a VTL is entered by the processor that has changed its masks"
                    + " while a TLB lock is held that the change has met", vtls,
                    vtl -> vtl.view().lock().isPassedByMasks())
                    .because("whoever emulates under the lock goes by the masks of before")
                    .from("docs/vtl.md f.2");
        }
        model.never("I-63", "a virtual processor waits for a TLB lock of itself", vtls,
                vtl -> vtl.view().lock().awaitsItself(vtl.vp().number()))
                .because("the VTL that holds it would have to be entered first")
                .from("docs/vtl.md I-63");
    }

    private static void intercepts(ModelBuilder model, List<Vtl> vtls) {
        model.never("I-36", "an access that a mask forbids is told to another VTL than the lowest"
                + " that forbids it, or is not tried again", vtls,
                vtl -> vtl.view().mishandled.isSet())
                .because("who has taken a right away decides whether to give it back")
                .from("docs/vtl.md I-36");
    }

    private static void overlays(ModelBuilder model, List<Overlay> overlays) {
        if (overlays.isEmpty()) {
            return;
        }
        model.never("I-21", "an entry writes the control block of a VTL that has none", overlays,
                overlay -> overlay.misplaced.isSet())
                .because("the hypervisor would write what is not its own")
                .from("docs/vtl.md I-21");
        model.never("I-37", "the hypervisor writes a page for a VTL that a higher one keeps from"
                + " it", overlays, overlay -> overlay.overreached.isSet())
                .because("what is touched for a VTL obeys what that VTL may do")
                .from("docs/vtl.md I-37");
        model.never("I-43", "a page of the hypervisor is seen by another VTL than its own, or"
                + " stands in the page below it", overlays, overlay -> overlay.exposed.isSet())
                .because("below it the page is as it was").from("docs/vtl.md I-43");
    }

    private static void device(ModelBuilder model, Device device) {
        model.never("I-35-device", "a device accesses a page in a way that VTL0 may not any more,"
                + " and whoever forbids it knows that its mask is in force",
                device.trespassed::isSet)
                .because("protections count for processors, emulators and devices")
                .from("docs/vtl.md I-35");
        model.never("I-37-device", "a device takes rights that VTL0 does not have",
                device.overreached::isSet)
                .because("a device has the rights of VTL0").from("docs/vtl.md I-37");
    }

    private static boolean isLeftLocked(Vtl vtl) {
        int active = vtl.vp().active.get();
        return vtl.view().lock().lockedBy.get() >> active + 1 != 0;
    }

    private static boolean isIllegal(Page page, Guest guest) {
        int vtls = guest.vps().get(0).vtls().size();
        for (int vtl = 0; vtl < vtls; vtl++) {
            for (int above = vtl + 1; above < vtls; above++) {
                if (!AccessMask.isLegal((int) page.mask(above, vtl).get())) {
                    return true;
                }
            }
        }
        return false;
    }
}
