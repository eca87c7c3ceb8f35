package org.exitrace.kvm.ioctl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.context.Copy;
import org.exitrace.kvm.context.MoveContext;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.launch.MemoryEncryptOp;
import org.exitrace.kvm.launch.SevCall;
import org.exitrace.kvm.launch.SevCommand;
import org.exitrace.kvm.launch.SevCommands;
import org.exitrace.kvm.life.Creation;
import org.exitrace.kvm.life.Ioctls;
import org.exitrace.kvm.region.Reclaim;
import org.exitrace.kvm.region.RegionRange;
import org.exitrace.kvm.region.Regions;
import org.exitrace.kvm.spec.HostSupport;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.kvm.spec.VmType;

/** All that a thread of the VMM can be told to do. A new group of ioctls is named in all(). */
public final class VmmOperations {

    private final HostBounds bounds;
    private final HostSupport support;
    private final Kernel kernel;
    private final Ioctls ioctls;

    private VmmOperations(HostBounds bounds, HostSupport support, Kernel kernel) {
        this.bounds = bounds;
        this.support = support;
        this.kernel = kernel;
        this.ioctls = new Ioctls(kernel);
    }

    /** The operations on such a host. */
    public static List<Operation<KvmThread>> all(
            HostBounds bounds, HostSupport support, Kernel kernel) {
        VmmOperations operations = new VmmOperations(bounds, support, kernel);
        List<Operation<KvmThread>> all = new ArrayList<>();
        all.addAll(SystemOperations.all(kernel));
        operations.life(all);
        if (bounds.vcpus() > 0) {
            all.addAll(new VcpuOperations(bounds, kernel).all());
        }
        operations.context(all);
        SevCommands.all(bounds).forEach(command -> all.add(operations.sev(command)));
        if (bounds.regions() > 0) {
            operations.regions(all);
        }
        if (bounds.slots() > 0 && bounds.vcpus() > 0) {
            all.addAll(MemoryOperations.all(bounds, kernel));
        }
        all.addAll(ThreadOperations.all(bounds));
        return List.copyOf(all);
    }

    static Operation.Text<KvmThread> named(String name, String meaning) {
        return Operation.<KvmThread>named(name, meaning, thread -> thread.result)
                .gives(KvmThread.words().toArray(String[]::new));
    }

    private void life(List<Operation<KvmThread>> all) {
        Creation creation = new Creation(kernel);
        all.add(named("KVM_CREATE_VM", "makes a VM and its descriptor")
                .from("docs/kvm-host.md a.1").takes(Given.vm(bounds), Parameter.word("type",
                        Arrays.stream(VmType.values()).map(VmType::name).toList(),
                        "the VM's type").usually(VmType.DEFAULT.name()))
                .does(given -> creation.vm(
                        given.number("vm"), VmType.valueOf(given.word("type")))));
        all.add(named("munmap", "gives the guest's memory that no region pins back to the host")
                .from("docs/kvm-host.md B-23").takes(Given.vm(bounds))
                .does(given -> new Reclaim(kernel, given.number("vm")).routine()));
        all.add(named("close", "closes the descriptor of a VM")
                .from("fs/open.c close").takes(Given.vm(bounds))
                .does(given -> ioctls.close(given.number("vm"))));
    }

    private void context(List<Operation<KvmThread>> all) {
        all.add(named("KVM_CAP_VM_COPY_ENC_CONTEXT_FROM",
                "makes the VM a mirror of the source (KVM_ENABLE_CAP)")
                .from("docs/kvm-host.md c")
                .takes(Given.vm(bounds), Given.source(bounds), Given.cpuMask())
                .does(given -> ioctls.onVm(given.number("vm"), new Copy(kernel,
                        given.number("vm"), Given.sourceVm(given.word("source")),
                        Given.lacksCpuMask(given)).routine())));
        all.add(named("KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM",
                "moves the source's context into the VM (KVM_ENABLE_CAP)")
                .from("docs/kvm-host.md c")
                .takes(Given.vm(bounds), Given.source(bounds), Given.cpuMask())
                .does(given -> ioctls.onVm(given.number("vm"), new MoveContext(kernel,
                        given.number("vm"), Given.sourceVm(given.word("source")),
                        Given.lacksCpuMask(given)).routine())));
    }

    private void regions(List<Operation<KvmThread>> all) {
        all.add(named("KVM_MEMORY_ENCRYPT_REG_REGION", "pins a region of memory for the guest")
                .from("docs/kvm-host.md d").takes(Given.vm(bounds), Given.region(bounds),
                        RegionRange.parameter())
                .does(given -> ioctls.onVm(given.number("vm"), regions(given)
                        .register(RegionRange.of(given.word("range"))))));
        all.add(named("KVM_MEMORY_ENCRYPT_UNREG_REGION", "unpins a region of memory")
                .from("docs/kvm-host.md d").takes(Given.vm(bounds), Given.region(bounds))
                .does(given -> ioctls.onVm(given.number("vm"), regions(given).unregister())));
    }

    private Regions regions(Arguments given) {
        return new Regions(kernel, given.number("vm"), given.number("region"));
    }

    /** As user space spells a sub-command. */
    public static String nameOf(SevCommandId id) {
        return id.name().startsWith("SEV_") ? "KVM_" + id : "KVM_SEV_" + id;
    }

    private Operation<KvmThread> sev(SevCommand command) {
        List<Parameter> takes = new ArrayList<>(List.of(Given.vm(bounds), Given.memory()));
        takes.addAll(command.parameters().apply(bounds));
        MemoryEncryptOp ioctl = new MemoryEncryptOp(support);
        return named(nameOf(command.id()), command.meaning())
                .from("docs/kvm-host.md b").takes(takes.toArray(Parameter[]::new))
                .does(given -> ioctls.onVm(given.number("vm"), ioctl.of(command, new SevCall(
                        kernel, bounds, given.number("vm"), Given.memory(given.word("memory")),
                        given))));
    }
}
