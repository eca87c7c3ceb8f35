package org.exitrace.kvm.migration.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.kvm.migration.design.PageStatus;
import org.exitrace.kvm.migration.vmm.Migrating;
import org.exitrace.kvm.migration.vmm.Vmm;

/** All that the VMM's migrating thread can be told to do. */
public final class VmmOperations {

    /** Most rounds while the guest runs. */
    public static final int MOST_ROUNDS = 3;

    private static final String DOC = "docs/live-migration.md";

    private VmmOperations() {
    }

    /**
     * The operations in that design.
     *
     * @param vcpus how many there are
     * @param rounds how many rounds a migration has while the guest runs
     * @param migrating the migration; null where operations are only listed
     */
    public static List<Operation<Vmm>> all(
            Design design, int vcpus, int rounds, Migrating migrating) {
        List<Operation<Vmm>> all = new ArrayList<>();
        all.add(named("migrate", "sends the guest to its destination, if it can be migrated")
                .gives(Vmm.MIGRATED, Vmm.NOT_READY, Vmm.EINVAL)
                .does(given -> migrating.migrate(rounds)));
        all.addAll(settings(vcpus));
        all.addAll(lists(design));
        all.addAll(WordOperations.of("script", "guest.instruction",
                vmm -> vmm.words, vmm -> vmm.result));
        return List.copyOf(all);
    }

    private static List<Operation<Vmm>> settings(int vcpus) {
        Parameter on = Parameter.flag("on", "whether it is there afterwards").usually("true");
        return List.of(
                named("KVM_SET_CPUID2", "puts the feature into a vCPU's CPUID, or takes it away")
                        .takes(Parameter.number("vcpu", 0, vcpus - 1L, "whose").usually(0)
                                .boundedBy("vcpus: " + vcpus), on)
                        .gives(Vmm.OK)
                        .does(given -> set("KVM_SET_CPUID2", vmm -> vmm.vcpus
                                .get(given.number("vcpu")).cpuid.become(given.flag("on")))),
                named("KVM_ENABLE_CAP", "sets whether the hypercall exits to user space")
                        .takes(on).gives(Vmm.OK)
                        .does(given -> set("KVM_ENABLE_CAP(KVM_CAP_EXIT_HYPERCALL)",
                                vmm -> vmm.world.vm.hypercallExits.become(given.flag("on")))),
                named("KVM_X86_SET_MSR_FILTER", "sets whether the MSR exits to user space")
                        .takes(on).gives(Vmm.OK)
                        .does(given -> set("KVM_X86_SET_MSR_FILTER",
                                vmm -> vmm.world.vm.msrFilter.become(given.flag("on")))));
    }

    private static Routine<Vmm> set(String name, Consumer<Vmm> effect) {
        return Routine.named("VMM", "KVM API", code -> code
                .step(name, effect).costs("kvm.access")
                .local(vmm -> vmm.result.become(Vmm.OK)));
    }

    private static List<Operation<Vmm>> lists(Design design) {
        boolean inKvm = design.get(PageStatus.SWITCH) == PageStatus.KVM_LIST;
        return List.of(
                named("KVM_GET_SHARED_PAGES_LIST", "asks KVM which pages are shared")
                        .takes(Parameter.flag("empty", "whether the buffer's size is 0")
                                .usually("false"))
                        .gives(Vmm.OK, Vmm.EINVAL, Vmm.ENOTTY)
                        .does(given -> getList(inKvm, given.flag("empty"))),
                named("KVM_SET_SHARED_PAGES_LIST", "tells KVM which pages are shared")
                        .gives(Vmm.OK, Vmm.ENOTTY)
                        .does(given -> ask("KVM_SET_SHARED_PAGES_LIST", inKvm, vmm -> false)),
                named("KVM_SEV_SEND_UPDATE_VMSA", "is to send a vCPU's encrypted registers")
                        .gives(Vmm.EINVAL)
                        .does(Routine.named("VMM", "sev.c", code -> code
                                .pause("KVM_SEV_SEND_UPDATE_VMSA").costs("kvm.access")
                                .local(vmm -> vmm.result.become(Vmm.EINVAL)))));
    }

    private static Routine<Vmm> getList(boolean inKvm, boolean empty) {
        return ask("KVM_GET_SHARED_PAGES_LIST", inKvm,
                vmm -> (vmm.world.vm.msr.get() & 1) == 0 || empty);
    }

    private static Routine<Vmm> ask(String name, boolean known, Predicate<Vmm> invalid) {
        return Routine.named("VMM", "KVM API", code -> code
                .step(name, vmm -> vmm.result.become(!known || !vmm.world.kind.isSev()
                        ? Vmm.ENOTTY : invalid.test(vmm) ? Vmm.EINVAL : Vmm.OK))
                .costs("kvm.access"));
    }

    private static Operation.Text<Vmm> named(String name, String meaning) {
        return Operation.<Vmm>named(name, meaning, vmm -> vmm.result).from(DOC);
    }
}
