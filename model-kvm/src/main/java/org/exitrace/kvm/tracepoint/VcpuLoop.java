package org.exitrace.kvm.tracepoint;

import static org.exitrace.kvm.tracepoint.VcpuPlace.GUEST;
import static org.exitrace.kvm.tracepoint.VcpuPlace.HALTED;
import static org.exitrace.kvm.tracepoint.VcpuPlace.HELD;
import static org.exitrace.kvm.tracepoint.VcpuPlace.HLT;
import static org.exitrace.kvm.tracepoint.VcpuPlace.HOLD;
import static org.exitrace.kvm.tracepoint.VcpuPlace.HOST;
import static org.exitrace.kvm.tracepoint.VcpuPlace.LEAVING;
import static org.exitrace.kvm.tracepoint.VcpuPlace.MSR_REQUEST;
import static org.exitrace.kvm.tracepoint.VcpuPlace.USER;
import static org.exitrace.kvm.tracepoint.VcpuPlace.VMGEXIT;
import static org.exitrace.kvm.tracepoint.VcpuPlace.WAITING;
import static org.exitrace.kvm.tracepoint.VcpuPlace.WOKEN;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.model.Steps;

/**
 * One vCPU's thread in the loop of KVM_RUN. Steps that are named as a {@link VcpuEvent} are those
 * that a tracepoint tells; all others are hidden. Each rule tells the function that prints, or that
 * decides without printing; functions are those of Linux 6.x (arch/x86/kvm, virt/kvm; reading).
 */
public final class VcpuLoop {

    /** Every step of it is this actor's. */
    public static final String ACTOR = "vcpu";

    private static final String RUN = "x86.c vcpu_run";
    private static final String ENTER = "x86.c vcpu_enter_guest";
    private static final String BLOCK = "x86.c vcpu_block";
    private static final String SEV = "sev.c sev_handle_vmgexit";

    private final LoopCells vcpu;
    private final Steps<LoopCells> steps;

    private VcpuLoop(ModelBuilder builder) {
        vcpu = new LoopCells(builder.region("vcpu"));
        steps = builder.on(builder.actor(ACTOR), vcpu);
    }

    /**
     * The model; it begins in user space, before the first KVM_RUN.
     *
     * @param posted whether hardware may post interrupts of which no tracepoint tells: AVIC, APICv
     */
    public static Model model(boolean posted) {
        ModelBuilder builder = new ModelBuilder("vcpu-loop", Design.usual(List.of()));
        VcpuLoop loop = new VcpuLoop(builder);
        loop.guest();
        loop.handlers();
        loop.interrupts();
        loop.halts();
        loop.holds();
        loop.ghcb();
        loop.userSpace();
        if (posted) {
            loop.posted();
        }
        return builder.build();
    }

    private void guest() {
        on(VcpuEvent.ENTRY).from("svm.c svm_vcpu_run; vmx.c vmx_vcpu_run")
                .when(v -> v.place.is(HOST) && v.ghcb.isClear())
                .then(v -> {
                    v.place.become(GUEST);
                    v.injected.clear();
                    v.emulated.clear();
                    v.nested.clear();
                });
        exit(VcpuEvent.EXIT, HOST);
        exit(VcpuEvent.EXIT_HLT, HLT);
        exit(VcpuEvent.EXIT_VMGEXIT, VMGEXIT);
        steps.step("the entry fails: KVM_EXIT_FAIL_ENTRY").from("vmx.c vmx_vcpu_run: vmx->fail")
                .when(v -> v.place.is(GUEST)).then(v -> v.place.become(LEAVING));
    }

    private void exit(VcpuEvent event, VcpuPlace to) {
        on(event).from("svm.c svm_vcpu_run; vmx.c vmx_vcpu_run").when(v -> v.place.is(GUEST))
                .then(v -> v.place.become(to));
    }

    private void handlers() {
        on(VcpuEvent.HANDLED).from("svm_invoke_exit_handler, __vmx_handle_exit and what they call")
                .when(v -> v.place.isEither(HOST, MSR_REQUEST)).then(v -> { });
        on(VcpuEvent.EMULATED).from("x86.c x86_decode_emulated_instruction")
                .when(v -> v.place.is(HOST)).then(v -> v.emulated.raise());
        on(VcpuEvent.NESTED).from("svm.c svm_handle_exit; vmx/nested.c nested_vmx_reflect_vmexit")
                .when(v -> v.place.isEither(HOST, HLT) || v.place.is(VMGEXIT))
                .then(v -> v.nested.raise());
        steps.step("the exit is the guest hypervisor's").from("nested_svm_exit_handled")
                .when(v -> v.nested.isSet() && v.place.isEither(HLT, VMGEXIT))
                .then(v -> v.place.become(HOST));
    }

    private void interrupts() {
        inject(VcpuEvent.INJECT_LAST, false, true);
        inject(VcpuEvent.INJECT_MORE, true, true);
        inject(VcpuEvent.INJECT_UNSURE, true, false);
        on(VcpuEvent.INJECT_EXCEPTION).from("x86.c kvm_inject_exception")
                .when(v -> v.place.is(HOST)).then(v -> { });
        steps.step("cancel_injection: the entry is given up").from(ENTER)
                .when(v -> v.place.is(HOST) && v.injected.isSet())
                .then(v -> v.injected.clear());
        on(VcpuEvent.ACCEPT).from("lapic.c __apic_accept_irq").then(v -> v.pending.raise());
        on(VcpuEvent.START).from("lapic.c __apic_accept_irq; sev.c sev_snp_ap_creation")
                .then(v -> v.start.raise());
    }

    private void inject(VcpuEvent event, boolean more, boolean sure) {
        on(event).from("svm.c svm_inject_irq; vmx.c vmx_inject_irq")
                .when(v -> v.place.is(HOST) && v.injected.isClear())
                .then(v -> {
                    v.injected.raise();
                    if (sure) {
                        v.pending.become(more);
                    }
                });
    }

    private void halts() {
        steps.step("kvm_emulate_halt: mp_state = HALTED").from("x86.c __kvm_emulate_halt")
                .when(v -> v.place.is(HLT)).then(v -> v.place.become(HALTED));
        steps.step("kvm_emulate_halt, asked by the emulator: mp_state = HALTED")
                .from("emulate.c em_hlt").when(v -> v.place.is(HOST) && v.emulated.isSet())
                .then(v -> v.place.become(HALTED));
        steps.step("no LAPIC in the kernel: KVM_EXIT_HLT").from("x86.c __kvm_emulate_halt")
                .when(v -> v.place.is(HLT)).then(v -> v.place.become(LEAVING));
        steps.step("sev_snp_init_protected_guest_state: no VMSA, mp_state = HALTED")
                .from("sev.c sev_snp_init_protected_guest_state")
                .when(v -> v.place.is(HOST) && v.start.isSet())
                .then(v -> v.place.become(HALTED));
        steps.step("kvm_arch_vcpu_runnable: an event is pending, nobody waits").from(BLOCK)
                .when(v -> v.place.is(HALTED) && v.hasEvent())
                .then(v -> v.place.become(HOST));
        steps.step("kvm_vcpu_halt: begins to wait").from(BLOCK).when(v -> v.place.is(HALTED))
                .then(v -> {
                    v.place.become(WAITING);
                    v.pending.clear();
                    v.start.clear();
                });
        on(VcpuEvent.HALT_POLL).from("kvm_main.c grow_halt_poll_ns")
                .when(v -> v.place.is(WAITING)).then(v -> { });
        on(VcpuEvent.WAKEUP).from("kvm_main.c kvm_vcpu_halt; before 5.17 kvm_vcpu_block, too")
                .when(v -> v.place.isEither(WAITING, HELD))
                .then(v -> v.place.become(v.place.is(HELD) ? HELD : WOKEN));
        steps.step("KVM_REQ_UNBLOCK: mp_state = RUNNABLE").from(BLOCK)
                .when(v -> v.place.is(WOKEN)).then(v -> v.place.become(HOST));
        steps.step("woken for nothing: waits again").from(BLOCK)
                .when(v -> v.place.is(WOKEN)).then(v -> v.place.become(HALTED));
    }

    private void holds() {
        steps.step("kvm_emulate_ap_reset_hold: an event is pending, stays RUNNABLE")
                .from("x86.c __kvm_emulate_halt").when(v -> v.place.is(HOLD) && v.hasEvent())
                .then(v -> v.place.become(HOST));
        steps.step("kvm_emulate_ap_reset_hold: mp_state = AP_RESET_HOLD")
                .from("x86.c __kvm_emulate_halt").when(v -> v.place.is(HOLD))
                .then(v -> v.place.become(HELD));
        steps.step("no LAPIC in the kernel: KVM_EXIT_AP_RESET_HOLD")
                .from("x86.c __kvm_emulate_halt").when(v -> v.place.is(HOLD))
                .then(v -> v.place.become(LEAVING));
        steps.step("kvm_vcpu_block returns: mp_state = RUNNABLE").from(BLOCK)
                .when(v -> v.place.is(HELD) && v.hasEvent())
                .then(v -> {
                    v.place.become(HOST);
                    v.start.clear();
                });
    }

    private void ghcb() {
        request(VcpuEvent.GHCB_ENTER, HOST);
        request(VcpuEvent.GHCB_HLT, HLT);
        request(VcpuEvent.GHCB_HOLD, HOLD);
        on(VcpuEvent.GHCB_EXIT).from("sev.c sev_es_unmap_ghcb")
                .when(v -> v.place.is(HOST) && v.ghcb.isSet()).then(v -> v.ghcb.clear());
        on(VcpuEvent.MSR_ENTER).from("sev.c sev_handle_vmgexit_msr_protocol")
                .when(v -> v.place.is(VMGEXIT)).then(v -> v.place.become(MSR_REQUEST));
        on(VcpuEvent.MSR_HOLD).from("sev.c sev_handle_vmgexit_msr_protocol")
                .when(v -> v.place.is(VMGEXIT)).then(v -> {
                    v.place.become(MSR_REQUEST);
                    v.parked.become(HOLD);
                });
        on(VcpuEvent.MSR_EXIT).from("sev.c sev_handle_vmgexit_msr_protocol")
                .when(v -> v.place.is(MSR_REQUEST)).then(v -> {
                    v.place.become(v.parked.is(HOLD) ? HOLD : HOST);
                    v.parked.clear();
                });
        on(VcpuEvent.MSR_UNKNOWN).from("sev.c sev_handle_vmgexit_msr_protocol: default")
                .when(v -> v.place.is(MSR_REQUEST)).then(v -> {
                    v.place.become(HOST);
                    v.parked.clear();
                });
        steps.step("the GHCB cannot be used: the guest is told, or given up").from(SEV)
                .when(v -> v.place.is(VMGEXIT)).then(v -> v.place.become(HOST));
    }

    private void request(VcpuEvent event, VcpuPlace to) {
        on(event).from(SEV).when(v -> v.place.is(VMGEXIT) && v.ghcb.isClear()).then(v -> {
            v.place.become(to);
            v.ghcb.raise();
        });
    }

    private void userSpace() {
        on(VcpuEvent.USER_EXIT).from("kvm_main.c kvm_vcpu_ioctl")
                .when(v -> v.place.isEither(HOST, LEAVING) || v.place.isEither(HALTED, WOKEN)
                        || v.place.is(HELD))
                .then(v -> {
                    v.parked.become(v.place.is(HELD) ? HELD
                            : v.place.isEither(HALTED, WOKEN) ? HALTED : USER);
                    v.place.become(USER);
                });
        steps.step("KVM_RUN").from("x86.c kvm_arch_vcpu_ioctl_run; " + RUN)
                .when(v -> v.place.is(USER)).then(v -> {
                    v.place.become(v.parked.is(USER) ? HOST : v.parked.get());
                    v.parked.clear();
                });
        steps.step("KVM_RUN of a vCPU that was not started: waits")
                .from("x86.c kvm_arch_vcpu_ioctl_run")
                .when(v -> v.place.is(USER)).then(v -> {
                    v.place.become(HELD);
                    v.parked.clear();
                });
    }

    private void posted() {
        steps.step("hardware posts an interrupt: no tracepoint tells")
                .from("svm/avic.c; vmx/posted_intr.c").when(v -> v.pending.isClear())
                .then(v -> v.pending.raise());
    }

    private Steps.Sentence<LoopCells> on(VcpuEvent event) {
        return steps.step(event.toString());
    }
}
