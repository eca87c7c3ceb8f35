package org.exitrace.kvm.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.script.Arguments;
import org.exitrace.kvm.context.Copy;
import org.exitrace.kvm.context.MoveContext;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.enter.HypercallExits;
import org.exitrace.kvm.enter.RunAnswer;
import org.exitrace.kvm.enter.VcpuRun;
import org.exitrace.kvm.host.Check;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.ioctl.VmmOperations;
import org.exitrace.kvm.launch.MemoryEncryptOp;
import org.exitrace.kvm.launch.SevCall;
import org.exitrace.kvm.launch.SevCommand;
import org.exitrace.kvm.launch.SevCommands;
import org.exitrace.kvm.launch.UserMemory;
import org.exitrace.kvm.machine.KvmHostMachine;
import org.exitrace.kvm.memory.PageFaults;
import org.exitrace.kvm.memory.SlotIoctl;
import org.exitrace.kvm.region.RegionRange;
import org.exitrace.kvm.region.Regions;
import org.exitrace.kvm.spec.SevCommandId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ErrnoTablesTest {

    private static final ErrnoTables SHIPPED = new ErrnoTables(ErrnoTablesTest::text);
    /** Only typed VMs have need_init, which is looked at before; no ioctl takes a VMSA away. */
    private static final List<String> NEVER_REACHED =
            List.of("KVM_SEV_INIT2/type", "KVM_RUN/vmsa");
    private static final Design USUAL = KvmHostMachine.usualDesign();
    private static final HostBounds BOUNDS =
            new HostBounds(3, 2, 1, 1, 3, 2, 3, 2, 2, 8, 2, 2);

    @TestFactory
    Stream<DynamicTest> eachRowGivesWhatItSaysInEachOfItsKernels() {
        assertThat(SHIPPED.rows()).hasSizeGreaterThan(400);
        return RowsByCall.hold(SHIPPED);
    }

    @Test
    void eachCheckOfEachIoctlHasARow() {
        Set<String> wanted = new LinkedHashSet<>();
        Kernel kernel = new Kernel(USUAL);
        for (SevCommand command : SevCommands.all()) {
            SevCall call = new SevCall(kernel, BOUNDS, 0, UserMemory.FINE,
                    Arguments.usual(command.parameters().apply(BOUNDS)));
            String name = VmmOperations.nameOf(command.id());
            add(wanted, name, command.checks().apply(call));
            add(wanted, name, MemoryEncryptOp.dispatch(command.id(), call));
            without(wanted, command.id(), name);
        }
        add(wanted, "KVM_SET_USER_MEMORY_REGION2",
                new SlotIoctl(kernel, true, 0, 0, false, false, true).checks());
        add(wanted, "KVM_SET_MEMORY_ATTRIBUTES",
                new PageFaults(kernel, 0, 0).attributeChecks(false));
        add(wanted, "KVM_RUN", new VcpuRun(kernel, 0, 0).answerChecks(RunAnswer.ZERO));
        add(wanted, "KVM_RUN", new VcpuRun(kernel, 0, 0).runChecks());
        add(wanted, "KVM_CAP_EXIT_HYPERCALL", new HypercallExits(kernel, 0, "none").checks());
        Regions regions = new Regions(kernel, 0, 0);
        add(wanted, "KVM_MEMORY_ENCRYPT_REG_REGION", regions.registerChecks());
        add(wanted, "KVM_MEMORY_ENCRYPT_REG_REGION", regions.pinChecks(RegionRange.FINE));
        add(wanted, "KVM_MEMORY_ENCRYPT_UNREG_REGION", regions.unregisterChecks());
        add(wanted, "KVM_CAP_VM_COPY_ENC_CONTEXT_FROM", new Copy(kernel, 1, 0).checks());
        add(wanted, "KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM", new MoveContext(kernel, 1, 0).checks());
        add(wanted, "KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM",
                new MoveContext(kernel, 1, 0).vcpuChecks());
        SHIPPED.rows().forEach(row -> wanted.remove(row.claim()));
        wanted.removeAll(NEVER_REACHED);
        assertThat(wanted).isEmpty();
    }

    private static void add(Set<String> wanted, String ioctl, Checks checks) {
        for (Check check : checks.declared()) {
            wanted.add(ioctl + "/" + check.name());
        }
    }

    /** What the dispatcher asks of every command and can never be so for this one. */
    private static void without(Set<String> wanted, SevCommandId id, String name) {
        boolean known = Arrays.stream(KernelProfile.values()).allMatch(profile ->
                new Kernel(USUAL.with("kernel", profile.label())).knows(id));
        if (known) {
            wanted.remove(name + "/unknown");
        }
        if (id.isForMirrors()) {
            wanted.remove(name + "/mirror");
        }
        if (id.number() >= SevCommandId.SNP_LAUNCH_START.number()) {
            wanted.remove(name + "/snp");
        }
    }

    @Test
    void refusesARowOfAKernelOrAnErrnoThatIsNone() {
        String head = "id\tkernels\tmachine\tgiven\tioctl\tgives\tsource\n";
        assertThatThrownBy(() -> read(head + "a/b\tp-2022\t-\t-\tclose vm=0\tOK\tx\n"))
                .hasMessageStartingWith("life.tsv:2: 'p-2022' tells no kernels");
        assertThatThrownBy(() -> read(head + "a/b\tall\t-\t-\tclose vm=0\tEWHAT\tx\n"))
                .hasMessageStartingWith("life.tsv:2: no ioctl gives 'EWHAT'");
        assertThatThrownBy(() -> read(head + "a\tall\t-\t-\tclose vm=0\tOK\tx\n"))
                .hasMessageStartingWith("life.tsv:2: 'a' is no id");
    }

    @Test
    void tellsWhatARowGaveInstead() {
        ErrnoTables tables = read("id\tkernels\tmachine\tgiven\tioctl\tgives\tsource\n"
                + "close/fd\tall\t-\t-\tclose vm=0\tOK\tx\n");
        assertThat(tables.run(tables.rows().get(0)).wrong())
                .isEqualTo("p-2020: must give OK and gave EBADF");
    }

    @Test
    void tellsThatARowGaveTheErrnoForAnotherCheck() {
        ErrnoTables tables = read("id\tkernels\tmachine\tgiven\tioctl\tgives\tsource\n"
                + "KVM_SEV_INIT/type:x\tp-7.3\t-\tKVM_CREATE_VM vm=0; KVM_SEV_INIT vm=0\t"
                + "KVM_SEV_INIT vm=0\tEINVAL\tx\n");
        assertThat(tables.run(tables.rows().get(0)).wrong())
                .isEqualTo("p-7.3: gave EINVAL, but for 'active'");
    }

    private static ErrnoTables read(String life) {
        return new ErrnoTables(file -> file.equals("life.tsv") ? life : text(file));
    }

    private static String text(String file) {
        try (InputStream stream = ErrnoTables.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
