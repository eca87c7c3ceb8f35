package org.exitrace.kvm.vmgexit;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.run.GhcbExits;
import org.exitrace.kvm.spec.RunReturn;
import org.exitrace.kvm.vcpu.Vcpu;

/** {@code sev_handle_vmgexit} and {@code sev_es_unmap_ghcb}, as docs/ghcb.md f.1 has them. */
public final class Vmgexit implements GhcbExits {

    /** {@code SVM_EXIT_VMGEXIT}: what no GHCB may ask for. */
    public static final long EXIT_VMGEXIT = 0x403;

    private static final String SOURCE = "sev.c sev_handle_vmgexit";

    private final List<SevEsState> states;
    private final Snapshot snapshot;
    private final Validation validation;
    private final ExitGroups<NaeEvent> events;
    private final ExitGroups<MsrInfo> requests;
    private final Scratch scratch;
    private final Kernel kernel;
    private final boolean snp;

    /**
     * The handler of a host of {@code kernel} for the virtual CPUs of {@code states}.
     *
     * @param vm what the host was told of the VM
     * @param scratch where data beyond registers stand
     * @param events what it does for events; of two that handle one the first counts
     * @param requests what it does for requests of the GHCB MSR, alike
     */
    public Vmgexit(Kernel kernel, GuestVm vm, List<SevEsState> states, Scratch scratch,
            List<ExitGroup<NaeEvent>> events, List<ExitGroup<MsrInfo>> requests) {
        this.kernel = kernel;
        this.snp = vm.snp();
        this.states = List.copyOf(states);
        this.scratch = scratch;
        snapshot = new Snapshot(kernel);
        validation = new Validation(kernel, vm, snapshot.isFirst());
        this.events = new ExitGroups<>(SOURCE, List.of(NaeEvent.values()), events,
                (state, event) -> state.copy(GhcbField.SW_EXITCODE) == event.code());
        this.requests = new ExitGroups<>("sev.c sev_handle_vmgexit_msr_protocol",
                List.of(MsrInfo.values()), requests, (state, info) ->
                        MsrInfo.of(state.guest.msr.get()).filter(info::equals).isPresent());
    }

    /** What KVM keeps of {@code vcpu}. */
    public SevEsState of(Vcpu vcpu) {
        return states.get(vcpu.number());
    }

    @Override
    public Routine<Vcpu> handle() {
        return Routine.named("svm_handle_exit", SOURCE,
                code -> code.call(this::of, handleState()));
    }

    private Routine<SevEsState> handleState() {
        return Routine.named("sev_handle_vmgexit", SOURCE, code -> {
            code.local(state -> {
                state.vcpu.guest.exit.clear();
                state.injected.clear();
            });
            code.when(Vmgexit::isMsrProtocol, protocol -> protocol.call(Routine.named(
                    "sev_handle_vmgexit_msr_protocol", SOURCE,
                    text -> requests.begin(text, unknown -> { }))).done());
            code.when(state -> !maps(state), nothing -> nothing.done(this::cannotMap));
            if (snapshot.isFirst()) {
                code.call(snapshot.take());
                checkRegistration(code);
                code.call(validation.validate());
            } else {
                checkRegistration(code);
                code.call(validation.validate())
                        .when(state -> state.refused.isClear(), fine -> fine
                                .call(snapshot.take()));
            }
            code.when(state -> state.refused.isSet(), Block::done);
            code.local(this::selectCode);
            dispatch(code);
        });
    }

    private void checkRegistration(Block<SevEsState> code) {
        if (!snp || !kernel.has(VmgexitChange.D_REGISTRATION)) {
            return;
        }
        code.when(state -> !isRegistered(state), stranger -> {
            if (kernel.has(VmgexitChange.B_58)) {
                Reply.refuse(stranger, GhcbReply.NOT_REGISTERED);
                stranger.done();
            } else {
                stranger.done(state -> state.leave(RunReturn.EINVAL, 0));
            }
        });
    }

    private static boolean isRegistered(SevEsState state) {
        return !state.registered.isNone() && state.registered.is(state.mapped.get());
    }

    private void dispatch(Block<SevEsState> code) {
        code.local(state -> {
            if (snp && !isRegistered(state)) {
                state.unregistered.raise();
            }
            if (!Requirements.ALWAYS.stream().allMatch(state::has)
                    || SevEsState.READ.stream().anyMatch(state::isLeftover)) {
                state.unvalidated.raise();
            }
        });
        code.when(state -> state.copy(GhcbField.SW_EXITCODE) == EXIT_VMGEXIT,
                again -> again.done(state -> state.recursed.raise()));
        Reply.set(code, 0, state -> 0);
        events.begin(code, unknown -> Reply.refuse(unknown, GhcbReply.INVALID_EVENT));
    }

    private static boolean isMsrProtocol(SevEsState state) {
        return MsrInfo.of(state.guest.msr.get()).orElse(MsrInfo.TERMINATION_REQUEST)
                != MsrInfo.GHCB_GPA;
    }

    /** The guest is resumed, and finds nothing; before B-57 the VMM was told. */
    private void cannotMap(SevEsState state) {
        if (!kernel.has(VmgexitChange.B_57)) {
            state.leave(RunReturn.EINVAL, 0);
        }
    }

    /** Whether the MSR holds the address of a page that can be mapped, which 0 is not. */
    private static boolean maps(SevEsState state) {
        state.guest.at(state.guest.msr.get()).map(GhcbPage::number)
                .ifPresent(page -> {
                    state.mapped.become(page);
                    state.vcpu.ghcbMapped.raise();
                });
        return !state.mapped.isNone();
    }

    /** Which reading of the exit code the handler is chosen by. */
    private void selectCode(SevEsState state) {
        if (kernel.has(VmgexitChange.B_50)) {
            state.become(GhcbField.SW_EXITCODE, state.validated.get());
        }
        state.validated.clear();
    }

    @Override
    public boolean hasReturned(Vcpu vcpu) {
        return !of(vcpu).returned.is(RunReturn.NONE);
    }

    @Override
    public Routine<Vcpu> complete() {
        return Routine.named("KVM_RUN", SOURCE, code -> code
                .when(this::hasReturned, answered -> answered.call(this::of, completeState())));
    }

    private Routine<SevEsState> completeState() {
        Routine<SevEsState> byForm = Routine.named("complete_userspace_io", SOURCE, code -> {
            code.when(state -> state.mapped.isNone(), protocol -> {
                requests.complete(protocol);
                protocol.done();
            });
            events.complete(code);
        });
        return Routine.named("complete_userspace_io", SOURCE, code -> code
                .local(state -> state.returned.clear())
                .call(byForm)
                .when(state -> state.returned.is(RunReturn.NONE),
                        over -> over.local(state -> state.data.clear())));
    }

    @Override
    public Routine<Vcpu> unmap() {
        return Routine.named("svm_prepare_switch_to_guest", SOURCE,
                code -> code.call(this::of, unmapState()));
    }

    private Routine<SevEsState> unmapState() {
        return Routine.named("sev_es_unmap_ghcb", "sev.c sev_es_sync_to_ghcb", code -> code
                .when(state -> !state.mapped.isNone(), mapped -> {
                    scratch.copyOut(mapped);
                    for (GhcbField field : SevEsState.WRITTEN_BACK) {
                        Reply.set(mapped, field, state -> state.copy(field));
                    }
                    mapped.local(SevEsState::forget);
                }));
    }
}
