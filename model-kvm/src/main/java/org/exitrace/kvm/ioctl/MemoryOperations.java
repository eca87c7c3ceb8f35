package org.exitrace.kvm.ioctl;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.life.Ioctls;
import org.exitrace.kvm.memory.GuestMemfd;
import org.exitrace.kvm.memory.PageFaults;
import org.exitrace.kvm.memory.SlotIoctl;

/** Ioctls about a guest's memory. */
final class MemoryOperations {

    private MemoryOperations() {
    }

    static List<Operation<KvmThread>> all(HostBounds bounds, Kernel kernel) {
        Ioctls ioctls = new Ioctls(kernel);
        Parameter page = page("page", "the page", bounds);
        List<Operation<KvmThread>> all = new ArrayList<>(slots(bounds, kernel, ioctls));
        all.addAll(List.of(
                of("KVM_SET_MEMORY_ATTRIBUTES", "makes a page private or shared",
                        Given.vm(bounds), page, Parameter.flag("private",
                                "KVM_MEMORY_ATTRIBUTE_PRIVATE"), flag("unaligned",
                                "the range is none of pages"))
                        .does(given -> ioctls.onVm(given.number("vm"), new PageFaults(kernel,
                                given.number("vm"), given.number("page")).setPrivate(
                                        given.flag("private"), given.flag("unaligned")))),
                of("KVM_PRE_FAULT_MEMORY", "maps a page into the guest, as a fault does",
                        Given.vm(bounds), Given.vcpu(bounds), page)
                        .does(given -> ioctls.onVcpu(given.number("vm"), given.number("vcpu"),
                                new PageFaults(kernel, given.number("vm"),
                                        given.number("page")).fault())),
                of("KVM_CREATE_GUEST_MEMFD", "makes a file with private memory",
                        Given.vm(bounds), flag("huge", "all its pages are one folio, as in"
                                + " drafts of huge pages"))
                        .does(given -> ioctls.onVm(given.number("vm"), new GuestMemfd(kernel,
                                given.number("vm")).create(given.flag("huge")))),
                of("close-guest-memfd", "closes that file", Given.vm(bounds))
                        .does(given -> new GuestMemfd(kernel, given.number("vm")).close()),
                of("punch-hole", "gives the file's memory back", Given.vm(bounds))
                        .does(given -> new GuestMemfd(kernel, given.number("vm")).punchHole())));
        return all;
    }

    private static List<Operation<KvmThread>> slots(
            HostBounds bounds, Kernel kernel, Ioctls ioctls) {
        Parameter slot = page("slot", "the slot; each has one page", bounds);
        return List.of(
                of("KVM_SET_USER_MEMORY_REGION2", "makes, changes or deletes a memory slot",
                        Given.vm(bounds), slot, flag("readonly", "KVM_MEM_READONLY"),
                        flag("gmem", "KVM_MEM_GUEST_MEMFD"), flag("delete", "the size is 0"))
                        .does(given -> ioctls.onVm(given.number("vm"), new SlotIoctl(kernel,
                                true, given.number("vm"), given.number("slot"),
                                given.flag("readonly"), given.flag("gmem"),
                                !given.flag("delete")).routine())),
                of("KVM_SET_USER_MEMORY_REGION", "the same, without guest_memfds",
                        Given.vm(bounds), slot, flag("readonly", "KVM_MEM_READONLY"),
                        flag("delete", "the size is 0"))
                        .does(given -> ioctls.onVm(given.number("vm"), new SlotIoctl(kernel,
                                false, given.number("vm"), given.number("slot"),
                                given.flag("readonly"), false,
                                !given.flag("delete")).routine())));
    }

    private static Operation.Text<KvmThread> of(
            String name, String meaning, Parameter... parameters) {
        return VmmOperations.named(name, meaning).from("docs/kvm-host.md a.1").takes(parameters);
    }

    private static Parameter flag(String name, String meaning) {
        return Parameter.flag(name, meaning).usually(false);
    }

    private static Parameter page(String name, String meaning, HostBounds bounds) {
        return Parameter.number(name, 0, bounds.slots() - 1L, meaning).usually(0)
                .boundedBy("slots: " + bounds.slots());
    }
}
