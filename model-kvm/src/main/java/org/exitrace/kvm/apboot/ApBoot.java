package org.exitrace.kvm.apboot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.GuestSoftware;
import org.exitrace.ghcb.guest.HoldCheck;
import org.exitrace.ghcb.guest.HoldForm;
import org.exitrace.ghcb.guest.HoldInterrupts;
import org.exitrace.ghcb.guest.WaitForAp;
import org.exitrace.ghcb.linux.KexecPark;
import org.exitrace.ghcb.linux.LateCpu;
import org.exitrace.ghcb.linux.Restart;
import org.exitrace.ghcb.ovmf.CpuDataRead;
import org.exitrace.ghcb.ovmf.FirstRoundWait;
import org.exitrace.kvm.design.GhcbUnmap;
import org.exitrace.kvm.design.HoldAtInit;
import org.exitrace.kvm.design.HoldPreset;
import org.exitrace.kvm.design.HoldWithEvents;
import org.exitrace.kvm.design.InitSipiEvents;
import org.exitrace.kvm.design.SipiHook;
import org.exitrace.kvm.design.VmmAtSipi;
import org.exitrace.kvm.run.KvmRun;
import org.exitrace.kvm.run.KvmRun2013;
import org.exitrace.kvm.run.MpStateIoctls;
import org.exitrace.kvm.script.ScriptedThread;
import org.exitrace.kvm.script.ThreadOperations;
import org.exitrace.kvm.sev.JumpTable;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;
import org.exitrace.kvm.vmm.UserLapic;
import org.exitrace.kvm.vmm.VcpuThread;

/** The one factory of machines that boot APs. */
public final class ApBoot {

    /** All questions that designs of such a machine answer. */
    public static final List<Switch<?>> SWITCHES = List.of(
            SipiHook.SWITCH, HoldWithEvents.SWITCH, GhcbUnmap.SWITCH, InitSipiEvents.SWITCH,
            HoldPreset.SWITCH, HoldAtInit.SWITCH, VmmAtSipi.SWITCH, HoldForm.SWITCH,
            HoldCheck.SWITCH, HoldInterrupts.SWITCH, WaitForAp.SWITCH, FirstRoundWait.SWITCH,
            CpuDataRead.SWITCH,
            Restart.SWITCH, LateCpu.SWITCH, KexecPark.SWITCH);

    /** All cost and delay keys that steps of such a machine name. */
    public static final List<String> TIMING_KEYS = List.of(
            "guest.instruction", "vmexit.plain", "vmexit.ghcb", "vmentry", "kvm.access",
            "kvm.kick", "kvm.wake", "vmm.exit-to-user", "nmi.arrival", "smm.stay",
            "ovmf.ap-function", "ovmf.bsp-work", "ovmf.init-delay", "ovmf.sipi-delay",
            "ovmf.resend-timeout",
            "linux.init-delay", "linux.sipi-delay", "linux.online-timeout");

    private final ApBootShape shape;
    private final ApBootScripts scripts;
    private final VmFeatures vm;
    private final ModelBuilder model;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Vcpu> vcpus = new ArrayList<>();

    private ApBoot(ApBootShape shape, ApBootScripts scripts, Design design) {
        this.shape = shape;
        this.scripts = scripts;
        refuses(shape, scripts, design).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        this.vm = new VmFeatures(design, shape.sevEs(), shape.userLapic(),
                shape.nmis() > 0 || !scripts.threads().isEmpty(),
                shape.interrupts() > 0, shape.initBlocks() > 0);
        this.model = new ModelBuilder("ap-boot", design);
    }

    /** The usual design: KVM and OVMF as they are today. */
    public static Design usualDesign() {
        return Design.usual(SWITCHES);
    }

    /** Why a host of that design cannot have that machine, with the remedy; empty if it can. */
    public static Optional<String> refuses(
            ApBootShape shape, ApBootScripts scripts, Design design) {
        return ApBootRefusal.of(shape, scripts, design);
    }

    /** A machine of that shape and design, in its first state. */
    public static Model machine(ApBootShape shape, Design design) {
        return machine(shape, ApBootScripts.NONE, design);
    }

    /** A machine some of whose actors are scripted, in its first state. */
    public static Model machine(ApBootShape shape, ApBootScripts scripts, Design design) {
        return new ApBoot(shape, scripts, design).build();
    }

    private Model build() {
        int count = shape.aps() + 1;
        for (int i = 0; i < count; i++) {
            actors.add(model.actor(i == 0 ? "bsp" : "ap" + i));
            vcpus.add(new Vcpu(model.region("vcpu[" + i + "]"), i, count,
                    shape.story() == Story.SCRIPTED));
        }
        GuestSoftware software = shape.software(scripts);
        vcpus.forEach(vcpu -> start(vcpu, software.apsStart()));
        runThreads();
        software.boot(model, actors, vcpus.stream().map(vcpu -> vcpu.guest).toList());
        if (shape.nmis() > 0) {
            Outside.sendNmis(model, vcpus, shape.nmis());
        }
        if (shape.interrupts() > 0) {
            Outside.sendInterrupts(model, vcpus, shape.interrupts());
        }
        if (shape.initBlocks() > 0) {
            Outside.blockInit(model, vcpus, shape.initBlocks());
        }
        ApBootPromises.declare(model, vcpus);
        if (shape.nmis() + shape.interrupts() > 0) {
            ApBootPromises.declareForSpuriousWakes(model, vcpus);
        }
        if (mayNeverRest()) {
            ApBootPromises.declareForEndlessLoops(model);
        }
        return model.build();
    }

    private void start(Vcpu vcpu, GuestSoftware.ApStart aps) {
        GuestCpu guest = vcpu.guest;
        if (vcpu.isBsp() || aps == GuestSoftware.ApStart.RUNNING) {
            vcpu.mpState.initially(MpState.RUNNABLE);
            vcpu.receivedFirstSipi.initially(!vcpu.isBsp());
        } else if (aps == GuestSoftware.ApStart.OFF) {
            vcpu.mpState.initially(shape.userLapic() ? MpState.RUNNABLE : MpState.UNINITIALIZED);
        } else {
            boolean msr = shape.parksByMsr(vm.design());
            boolean preset = vm.design().get(HoldPreset.SWITCH) == HoldPreset.ONE;
            vcpu.receivedFirstSipi.initially(true);
            vcpu.holdType.initially(msr ? HoldType.MSR : HoldType.NAE);
            vcpu.ghcbMapped.initially(!msr);
            guest.holdOpen.initially(true);
            guest.interruptsEnabled.initially(parksWithInterrupts());
            guest.exitInfo2.initially(preset && !msr ? 1 : 0);
            guest.ghcbMsr.initially(!msr ? GhcbMsr.GHCB_GPA
                    : preset ? GhcbMsr.HOLD_RELEASED : GhcbMsr.HOLD_WOKEN);
            boolean v5 = vm.sipiHook() == SipiHook.V5_FLAG;
            if (shape.userLapic()) {
                vcpu.exitReason.initially(ExitReason.AP_RESET_HOLD);
            } else {
                vcpu.mpState.initially(v5 ? MpState.HALTED : MpState.AP_RESET_HOLD);
            }
        }
    }

    /** Whether a host may resume a hold that it does not know, or a BSP send again, for ever. */
    private boolean mayNeverRest() {
        return shape.parksByMsr(vm.design()) || vm.design().get(HoldForm.SWITCH) == HoldForm.MSR
                || vm.design().get(WaitForAp.SWITCH) != WaitForAp.FOR_EVER;
    }

    private boolean parksWithInterrupts() {
        return switch (shape.story()) {
            case EXIT_BOOT_SERVICES, KEXEC -> false;
            default -> vm.design().get(HoldInterrupts.SWITCH) == HoldInterrupts.ON;
        };
    }

    private void runThreads() {
        if (vm.remoteMpState()) {
            Routine<Vcpu> kvmRun = new KvmRun2013(vm, vcpus).run();
            vcpus.forEach(vcpu -> run(vcpu, VcpuThread.withKernelLapic(kvmRun)));
            return;
        }
        JumpTable jumpTable = new JumpTable(model.region("vm"));
        KvmRun kvmRun = new KvmRun(vm, vcpus, jumpTable);
        UserLapic lapic = new UserLapic(vcpus, vm.design().get(VmmAtSipi.SWITCH));
        for (Vcpu vcpu : vcpus) {
            Script<ScriptedThread> script = scripts.threads().get(vcpu.number());
            if (script != null) {
                run(vcpu, script, kvmRun);
            } else if (!shape.userLapic()) {
                run(vcpu, VcpuThread.withKernelLapic(kvmRun.run()));
            } else {
                run(vcpu, vcpu.isBsp()
                        ? lapic.bspThread(kvmRun.run()) : lapic.apThread(kvmRun.run()));
            }
        }
    }

    private void run(Vcpu vcpu, Routine<Vcpu> thread) {
        model.program(actors.get(vcpu.number()), vcpu, vcpu.thread(), thread);
    }

    /** A scripted thread is an actor of its own, beside the guest code that its vCPU runs. */
    private void run(Vcpu vcpu, Script<ScriptedThread> script, KvmRun kvmRun) {
        String name = actors.get(vcpu.number()).name() + "-vmm";
        ScriptedThread thread = new ScriptedThread(model.region(name), vcpu);
        MpStateIoctls ioctls = new MpStateIoctls(vm, kvmRun.acceptEvents());
        script.on(ThreadOperations.of(kvmRun.run(), ioctls))
                .runBy(model, model.actor(name), thread);
    }
}
