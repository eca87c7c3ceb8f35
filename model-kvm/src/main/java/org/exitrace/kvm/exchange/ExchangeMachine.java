package org.exitrace.kvm.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exitrace.engine.adversary.Adversary;
import org.exitrace.engine.adversary.Misbehaviour;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.design.GuestCode;
import org.exitrace.ghcb.design.MemoryDesign;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.ExchangeRooms;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.programs.GuestPrograms;
import org.exitrace.ghcb.programs.MessageOperations;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vc.GuestVc;
import org.exitrace.ghcb.vc.InjectedVc;
import org.exitrace.ghcb.vc.Nmis;
import org.exitrace.ghcb.vc.VcDesign;
import org.exitrace.ghcb.vc.VcOperations;
import org.exitrace.ghcb.vc.VcPromises;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.ghcb.vmsa.VmsaCare;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.design.VmmAtMap;
import org.exitrace.kvm.run.KvmRun;
import org.exitrace.kvm.run.MpStateIoctls;
import org.exitrace.kvm.script.ScriptedThread;
import org.exitrace.kvm.script.ThreadOperations;
import org.exitrace.kvm.sev.JumpTable;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;
import org.exitrace.kvm.vmgexit.ExitGroup;
import org.exitrace.kvm.vmgexit.HoldExits;
import org.exitrace.kvm.vmgexit.MsrProtocol;
import org.exitrace.kvm.vmgexit.PageStateExits;
import org.exitrace.kvm.vmgexit.PageStateRequests;
import org.exitrace.kvm.vmgexit.PlainEvents;
import org.exitrace.kvm.vmgexit.Scratch;
import org.exitrace.kvm.vmgexit.SevEsState;
import org.exitrace.kvm.vmgexit.SharedMemory;
import org.exitrace.kvm.vmgexit.Vmgexit;
import org.exitrace.kvm.vmm.VmgexitAnswers;

/** The one factory of machines whose GHCB pages are modelled whole. */
public final class ExchangeMachine {

    /** All questions that designs of such a machine answer. */
    public static final List<Switch<?>> SWITCHES = Stream.of(
            Kernel.vmgexitSwitches(), List.of(VmmAtMap.SWITCH, GuestCode.SWITCH),
            VcDesign.SWITCHES, MemoryDesign.SWITCHES, CreatedAps.SWITCHES,
            ApStartup.SWITCHES, GuestMessages.SWITCHES, VmsaWrites.SWITCHES)
            .<Switch<?>>flatMap(List::stream).toList();

    /** What the name of a virtual CPU's thread ends with where that is scripted. */
    public static final String THREAD = "-vmm";

    private final ModelBuilder model;
    private final ExchangeShape shape;
    private final List<Actor> actors = new ArrayList<>();
    private final List<SevEsState> states = new ArrayList<>();
    private final List<GuestVc> handlers = new ArrayList<>();
    private final SnpParts snp;
    private Optional<CreatedAps> created = Optional.empty();
    private Optional<VmsaWrites> writes = Optional.empty();
    private ApStartup startup;
    private GuestMessages messages;

    private ExchangeMachine(ExchangeShape shape, Design design) {
        this.shape = shape;
        this.model = new ModelBuilder("ghcb", design);
        this.snp = new SnpParts(model, shape);
    }

    /** The usual design: the youngest kernel. */
    public static Design usualDesign() {
        return Design.usual(SWITCHES);
    }

    /** A machine of that shape and design, in its first state. */
    public static Model of(ExchangeShape shape, Design design) {
        return new ExchangeMachine(shape, design).build();
    }

    private Model build() {
        Set<NaeEvent> named = named();
        haveVcpus(named);
        created = CreatedAps.in(
                model, shape.bounds(), states, snp.memory, shape.vmsaWrites());
        writes = shape.vmsaWrites()
                ? Optional.of(new VmsaWrites(model, states, created, snp.memory))
                : Optional.empty();
        startup = new ApStartup(
                model, shape.bounds(), states, operations().toList(), named);
        messages = new GuestMessages(
                model, shape.vm().snp(), states, operations().toList(), named);
        runHost();
        if (operations().anyMatch(VcOperations::isOne)
                || isUsed(MessageOperations.SEND)) {
            handleVc();
        }
        shape.scripts().forEach(this::runGuest);
        Adversary.declare(model, shape.misbehaviours(), misbehaviours());
        promise();
        return model.build();
    }

    /** Virtual CPUs with their GHCB pages, and what they share. */
    private void haveVcpus(Set<NaeEvent> named) {
        ExchangeBounds bounds = shape.bounds();
        List<GhcbPage> pages = new ArrayList<>();
        Set<GhcbField> carried = carried();
        for (int i = 0; i < bounds.vcpus(); i++) {
            actors.add(model.actor("vcpu" + i));
            pages.add(new GhcbPage(
                    model.region("ghcb[" + i + "]"), i, carried, bounds.bufferWords()));
        }
        List<GhcbGuest> guests = new ArrayList<>();
        SharedWords words = new SharedWords(model.region("memory"));
        Optional<SharedMemory> memory = shape.vm().moreMemory() ? Optional.of(new SharedMemory(
                model.region("page"), bounds.bufferWords())) : Optional.empty();
        for (int i = 0; i < bounds.vcpus(); i++) {
            Vcpu vcpu = new Vcpu(model.region("vcpu[" + i + "]"), i, bounds.vcpus(), true);
            vcpu.mpState.initially(MpState.RUNNABLE);
            vcpu.receivedFirstSipi.initially(true);
            GhcbGuest guest = new GhcbGuest(
                    model.region("guest[" + i + "]"), vcpu.guest, pages, guests, words,
                    snp.side(i));
            guests.add(guest);
            SevEsState state = new SevEsState(
                    model.region("sev_es[" + i + "]"), vcpu, guest, named, memory,
                    new Kernel(model.design()).copiesFieldsFirst());
            if (shape.vm().snp() && shape.vm().registered()) {
                state.registered.initially(i);
            }
            states.add(state);
        }
    }

    private void promise() {
        ExchangePromises.declare(model, states);
        KernelPromises.declare(model, states, shape.misbehaviours() > 0);
        MemoryPromises.declare(model, snp);
        if (!handlers.isEmpty()) {
            VcPromises.declare(model, handlers);
        }
        created.ifPresent(aps -> aps.promise(model));
        writes.ifPresent(part -> part.promise(model));
        if (created.isPresent() || snp.changing().isPresent()
                || shape.vm().certificates()) {
            ExchangePromises.ofRest(model);
        }
        startup.promise(model);
        messages.promise(model, handlers);
    }

    private List<Misbehaviour> misbehaviours() {
        List<Misbehaviour> all = new ArrayList<>(
                new HostileHost(states, handlers).misbehaviours());
        all.addAll(new HostileMemory(states, snp).misbehaviours());
        all.addAll(startup.misbehaviours());
        all.addAll(messages.misbehaviours());
        writes.ifPresent(part -> all.addAll(part.misbehaviours()));
        return all;
    }

    /** The fields that the host reads and those that some script names. */
    private Set<GhcbField> carried() {
        Set<GhcbField> carried = EnumSet.copyOf(SevEsState.READ);
        for (Script<GhcbGuest> script : shape.scripts().values()) {
            for (Call<GhcbGuest> call : script.calls()) {
                String field = call.arguments().values().get("field");
                if (field != null) {
                    carried.add(GhcbField.valueOf(field));
                }
            }
        }
        return carried;
    }

    /** The events whose codes some script names. */
    private Set<NaeEvent> named() {
        Set<NaeEvent> named = EnumSet.noneOf(NaeEvent.class);
        if (shape.bounds().vmsaPages() > 0) {
            named.add(NaeEvent.AP_CREATION);
        }
        for (Script<GhcbGuest> script : shape.scripts().values()) {
            for (Call<GhcbGuest> call : script.calls()) {
                if (call.arguments().values().containsKey("event")) {
                    named.add(NaeEvent.valueOf(call.arguments().word("event")));
                }
                if (call.arguments().values().containsKey("value")) {
                    NaeEvent.of(call.arguments().wide("value")).ifPresent(named::add);
                }
            }
        }
        return named;
    }

    private void runHost() {
        VmFeatures vm = new VmFeatures(ApStartup.hostDesign(model.design()),
                true, false, false, false, false);
        HoldExits holds = new HoldExits(vm);
        List<Vcpu> vcpus = states.stream().map(state -> state.vcpu).toList();
        Kernel kernel = new Kernel(model.design());
        Scratch scratch = new Scratch(kernel, shape.vm(), shape.bounds().bufferWords());
        Vmgexit exits = new Vmgexit(kernel, shape.vm(), states, scratch,
                events(kernel, scratch, holds), requests(kernel, holds));
        VmgexitAnswers vmm = new VmgexitAnswers(exits::of,
                snp.hypercall(created.flatMap(CreatedAps::taking)),
                snp.certificates(), kernel.has(VmgexitChange.B_5A));
        KvmRun kvmRun = new KvmRun(
                vm, vcpus, new JumpTable(model.region("vm")), Optional.of(exits),
                writes.map(VmsaWrites::state).or(() -> created.map(CreatedAps::life)));
        for (Vcpu vcpu : vcpus) {
            Script<ScriptedThread> script = shape.threads().get(vcpu.number());
            if (script == null) {
                model.program(actors.get(vcpu.number()), vcpu, vcpu.thread(),
                        vmm.thread(kvmRun.run()));
            } else {
                runThread(vcpu, script, ThreadOperations.withoutNmi(
                        vmm.untilReturned(kvmRun.run()),
                        new MpStateIoctls(vm, kvmRun.acceptEvents())));
            }
        }
    }

    /** A scripted thread is an actor of its own, beside the guest code that its vCPU runs. */
    private void runThread(Vcpu vcpu, Script<ScriptedThread> script,
            List<Operation<ScriptedThread>> operations) {
        String name = actors.get(vcpu.number()).name() + THREAD;
        script.on(operations).runBy(
                model, model.actor(name), new ScriptedThread(model.region(name), vcpu));
    }

    /** Who handles which event. */
    private List<ExitGroup<NaeEvent>> events(
            Kernel kernel, Scratch scratch, HoldExits holds) {
        List<ExitGroup<NaeEvent>> groups = new ArrayList<>(List.of(holds));
        groups.addAll(PlainEvents.of(kernel, shape.vm(), scratch, messages.mutex(),
                messages.firmware()));
        if (shape.vm().snp()) {
            groups.add(new PageStateExits(kernel, shape.vm(), scratch, snp.works));
        }
        created.map(CreatedAps::exit).ifPresent(groups::add);
        startup.word().ifPresent(groups::add);
        return groups;
    }

    /** Who handles which request of the GHCB MSR. */
    private List<ExitGroup<MsrInfo>> requests(Kernel kernel, HoldExits holds) {
        List<ExitGroup<MsrInfo>> groups = new ArrayList<>(
                List.of(holds.byMsr(), new MsrProtocol(shape.vm())));
        if (shape.vm().snp()) {
            groups.add(new PageStateRequests(kernel, shape.vm(), snp.works));
        }
        return groups;
    }

    private boolean isUsed(String operation) {
        return operations().anyMatch(operation::equals);
    }

    /** The names of all operations that scripts call. */
    private Stream<String> operations() {
        return shape.scripts().values().stream().flatMap(script -> script.calls().stream())
                .map(call -> call.operation().name());
    }

    /** Each virtual CPU gets a #VC handler, and takes NMIs if anybody can send any. */
    private void handleVc() {
        boolean nmis = isUsed(VcOperations.NMI) || shape.misbehaviours() > 0;
        for (SevEsState state : states) {
            Actor actor = actors.get(state.vcpu.number());
            GuestVc vc = new GuestVc(
                    model.region("vc[" + state.vcpu.number() + "]"), state.guest, model.design(),
                    operations().toList());
            handlers.add(vc);
            if (nmis) {
                Nmis.declare(model, actor, vc);
            }
            if (shape.misbehaviours() > 0) {
                InjectedVc.declare(model, actor, vc);
            }
        }
    }

    private boolean runs(GhcbGuest guest) {
        return guest.executes()
                && (handlers.isEmpty() || handlers.get(guest.cpu.number()).runs());
    }

    /** What a script expects is what an honest host answers; a hostile one owes it nothing. */
    private void runGuest(int number, Script<GhcbGuest> written) {
        Script<GhcbGuest> script =
                shape.misbehaviours() > 0 ? written.expectingNothing() : written;
        ExchangeRooms rooms = new ExchangeRooms(guest -> handlers.get(guest.cpu.number()),
                VmsaCare.of(model.design()));
        script.on(GuestPrograms.all(shape.bounds(), rooms, model.design()))
                .runBy(model, actors.get(number), states.get(number).guest)
                .program().onlyWhile(this::runs);
    }
}
