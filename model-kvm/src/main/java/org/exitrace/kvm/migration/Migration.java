package org.exitrace.kvm.migration;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.step.Actor;
import org.exitrace.kvm.migration.design.AfterFlip;
import org.exitrace.kvm.migration.design.BootReset;
import org.exitrace.kvm.migration.design.ConversionNotice;
import org.exitrace.kvm.migration.design.ConversionOrder;
import org.exitrace.kvm.migration.design.FeatureBit;
import org.exitrace.kvm.migration.design.FirmwareReport;
import org.exitrace.kvm.migration.design.HypercallExits;
import org.exitrace.kvm.migration.design.HypercallRet;
import org.exitrace.kvm.migration.design.MigrationEnable;
import org.exitrace.kvm.migration.design.MsrRule;
import org.exitrace.kvm.migration.design.OfflineWrite;
import org.exitrace.kvm.migration.design.PageStatus;
import org.exitrace.kvm.migration.design.PageTransport;
import org.exitrace.kvm.migration.design.ReadyCheck;
import org.exitrace.kvm.migration.design.ReadyScope;
import org.exitrace.kvm.migration.design.ShutdownWrite;
import org.exitrace.kvm.migration.design.StatusRead;
import org.exitrace.kvm.migration.design.VmmRet;
import org.exitrace.kvm.migration.design.VmsaRefused;
import org.exitrace.kvm.migration.kernel.MigrationMsr;
import org.exitrace.kvm.migration.script.GuestOperations;
import org.exitrace.kvm.migration.script.VmmOperations;
import org.exitrace.kvm.migration.vmm.Migrating;
import org.exitrace.kvm.migration.vmm.MigrationHandler;
import org.exitrace.kvm.migration.vmm.Vmm;
import org.exitrace.kvm.migration.world.Vcpu;
import org.exitrace.kvm.migration.world.World;

/** The one factory of machines whose guest is migrated while it runs. */
public final class Migration {

    /** All questions that designs of such a machine answer. */
    public static final List<Switch<?>> SWITCHES = List.of(
            PageStatus.SWITCH, FeatureBit.SWITCH, MsrRule.SWITCH, HypercallExits.SWITCH,
            HypercallRet.SWITCH, VmmRet.SWITCH, ConversionOrder.SWITCH, AfterFlip.SWITCH,
            FirmwareReport.SWITCH, BootReset.SWITCH, MigrationEnable.SWITCH, ShutdownWrite.SWITCH,
            OfflineWrite.SWITCH, ReadyScope.SWITCH, ConversionNotice.SWITCH, StatusRead.SWITCH,
            ReadyCheck.SWITCH, PageTransport.SWITCH, VmsaRefused.SWITCH);

    /** All cost and delay keys that steps of such a machine name. */
    public static final List<String> TIMING_KEYS = List.of(
            "guest.instruction", "vmm.exit-to-user", "vmm.access", "vmm.send-page",
            "vmm.switch-over", "kvm.access", "kvm.dirty-log", "kvm.kick", "psp.command",
            "psp.send-page", "handler.page");

    private final MigrationShape shape;
    private final MigrationScripts scripts;
    private final Design design;
    private final ModelBuilder model;
    private final MigrationMsr msr;
    private final World world;
    private final List<Vcpu> vcpus = new ArrayList<>();
    private final List<MigrationHandler> ownHandlers = new ArrayList<>();

    private Migration(MigrationShape shape, MigrationScripts scripts, Design design) {
        this.shape = shape;
        this.scripts = scripts;
        this.design = design;
        model = new ModelBuilder("live-migration", design);
        msr = new MigrationMsr(design, shape.kind());
        world = new World(model, shape.kind(), shape.pages().all());
    }

    /** The usual design: what landed, with a VMM that keeps the rules. */
    public static Design usualDesign() {
        return Design.usual(SWITCHES);
    }

    /** A machine of that shape and design, whose actors do what they are told. */
    public static Model machine(MigrationShape shape, MigrationScripts scripts, Design design) {
        return new Migration(shape, scripts, design).build();
    }

    private Model build() {
        SharedWords words = new SharedWords(model.region("words"));
        settle();
        for (int i = 0; i < shape.vcpus(); i++) {
            Vcpu vcpu = new Vcpu(model.region("vcpu[" + i + "]"), i, world, words);
            vcpu.cpuid.initially(seesFeature());
            vcpus.add(vcpu);
        }
        Vmm vmm = new Vmm(model.region("vmm"), world, vcpus, words);
        runVcpus();
        runHandler(vmm);
        Migrating migrating = new Migrating(design, msr, world, ownHandlers);
        scripts.vmm().ifPresent(script -> script
                .on(VmmOperations.all(design, shape.vcpus(), shape.rounds(), migrating))
                .runBy(model, model.actor("vmm"), vmm));
        MigrationPromises.declare(model, world, vcpus, shape.offered());
        return model.build();
    }

    private void settle() {
        boolean exits = design.get(HypercallExits.SWITCH) == HypercallExits.ENABLED;
        world.vm.hypercallExits.initially(exits);
        world.vm.msrFilter.initially(shape.filter());
        boolean set = shape.ready() || msr.reset() == 1;
        world.vm.msr.initially(set ? 1 : 0);
        world.vm.ready.initially(set ? 1 : 0);
        world.vm.reports.initially(shape.ready());
        world.vm.efiVariable.initially(shape.ready() && shape.pages().efi());
    }

    private boolean seesFeature() {
        boolean forced = design.get(FeatureBit.SWITCH) == FeatureBit.FORCED;
        return shape.offered() || forced && shape.kind().isSev();
    }

    private void runVcpus() {
        for (Vcpu vcpu : vcpus) {
            String name = "vcpu" + vcpu.number();
            Actor guest = model.actor(name);
            Actor thread = model.actor(name + "-thread");
            if (scripts.vcpus().containsKey(vcpu.number())) {
                scripts.vcpus().get(vcpu.number())
                        .on(GuestOperations.all(design, shape.kind(), shape.pages()))
                        .runBy(model, guest, vcpu);
            }
            model.on(thread, vcpu)
                    .step("leaves the guest").from("KVM API, immediate_exit").costs("kvm.kick")
                    .when(cpu -> world.vm.stop.isSet() && cpu.runs() && cpu.exited.isClear())
                    .then(cpu -> cpu.away.raise())
                    .step("enters the guest").from("KVM API, KVM_RUN").costs("kvm.kick")
                    .when(cpu -> world.vm.stop.isClear() && cpu.away.isSet())
                    .then(cpu -> cpu.away.clear());
        }
    }

    private void runHandler(Vmm vmm) {
        PageTransport transport = design.get(PageTransport.SWITCH);
        if (transport == PageTransport.PSP) {
            return;
        }
        MigrationHandler handler = new MigrationHandler(model.region("handler"), vmm);
        model.program(model.actor("handler"), handler, handler.counter, MigrationHandler.loop());
        if (transport == PageTransport.AUXILIARY_VCPU) {
            ownHandlers.add(handler);
            model.on(model.actor("handler-thread"), handler)
                    .step("leaves the guest").costs("kvm.kick")
                    .when(MigrationHandler::mustLeave).then(own -> own.away.raise())
                    .step("enters the guest").costs("kvm.kick")
                    .when(MigrationHandler::mayEnter).then(own -> own.away.clear());
        }
    }
}
