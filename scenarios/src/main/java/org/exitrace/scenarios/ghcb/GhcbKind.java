package org.exitrace.scenarios.ghcb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exitrace.engine.adversary.Adversary;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.ExchangeOperations;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.ghcb.vmsa.ApsBegin;
import org.exitrace.kvm.exchange.ExchangeMachine;
import org.exitrace.kvm.exchange.ExchangeShape;
import org.exitrace.kvm.vmgexit.GuestVm;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;
import org.exitrace.scenarios.machine.ScriptedRole;

/** Guests that speak to KVM through GHCB pages which all their virtual CPUs can write. */
public final class GhcbKind implements MachineKind {

    private static final String VCPUS = "vcpus";
    private static final String BUFFER_WORDS = "buffer-words";
    private static final String SNP = "snp";
    private static final String REGISTERED = "registered";
    private static final String GHCB_VERSION = "ghcb-version";
    private static final String HYPERCALL_EXITS = "hypercall-exits";
    private static final String VMSA_PAGES = "vmsa-pages";
    private static final String APS = "aps";
    private static final String ADVERSARY = "adversary";
    private static final String VCPU = "vcpu";

    @Override
    public String name() {
        return "ghcb";
    }

    @Override
    public String meaning() {
        return "a guest with encrypted state whose virtual CPUs speak to KVM through GHCB pages,"
                + " each access to which is a step";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(VCPUS, 1, ExchangeBounds.MOST_VCPUS,
                        "virtual CPUs, each with a GHCB page").usually(2),
                Parameter.number(BUFFER_WORDS, 1, ExchangeBounds.MOST_BUFFER_WORDS,
                        "words of eight bytes of each GHCB's shared buffer; 254 in hardware")
                        .usually(1),
                Parameter.flag(SNP, "whether the guest is SEV-SNP, or else SEV-ES")
                        .usually(GuestVm.USUAL.snp()),
                Parameter.flag(REGISTERED, "whether each virtual CPU of an SNP guest has"
                        + " registered its GHCB before").usually(GuestVm.USUAL.registered()),
                Parameter.number(GHCB_VERSION, 1, 2, "the newest version of the protocol that the"
                        + " guest is offered").usually(GuestVm.USUAL.ghcbVersion()),
                Parameter.flag(HYPERCALL_EXITS, "whether KVM_HC_MAP_GPA_RANGE goes to user space")
                        .usually(GuestVm.USUAL.hypercallExits()),
                Parameter.number(VMSA_PAGES, 0, ExchangeBounds.MOST_VMSA_PAGES, "pages in which an"
                        + " SNP guest can keep the state of a virtual CPU; page 0 lies on a"
                        + " boundary of 2 MiB").usually(0),
                Parameter.word(APS, ApsBegin.words(), "in what state virtual CPUs but the first"
                        + " begin; created: AP n from VMSA page n").usually("running"),
                Parameter.number(ADVERSARY, 0, Adversary.MOST,
                        "what the host may do that the protocol forbids, so often").usually(0));
    }

    @Override
    public Optional<String> budget() {
        return Optional.of(ADVERSARY);
    }

    @Override
    public List<Switch<?>> switches() {
        return ExchangeMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return List.of();
    }

    @Override
    public List<ScriptedRole<?>> roles() {
        return List.of(role(Arguments.usual(parameters()).with(
                VMSA_PAGES, ExchangeBounds.MOST_VMSA_PAGES)));
    }

    @Override
    public Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        ScriptedRole<GhcbGuest> role = role(parameters);
        Map<String, ScriptedRole<?>> actors = new LinkedHashMap<>();
        for (int vcpu = 0; vcpu < parameters.number(VCPUS); vcpu++) {
            actors.put(VCPU + vcpu, role);
        }
        return actors;
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int vcpu = 0; vcpu < spec.number(VCPUS); vcpu++) {
            cells.put(VCPU + vcpu, "vcpu[" + vcpu + "].mp_state");
        }
        return cells;
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        Optional<String> aps = refusesAps(spec.parameters());
        if (aps.isPresent()) {
            return aps;
        }
        ScriptedRole<GhcbGuest> role = role(spec.parameters());
        return spec.scripts().stream().flatMap(script -> script.script().calls().stream()
                .flatMap(call -> ScriptFit.problem(script.actor(), call, role,
                        "no virtual CPU does that").stream())).findFirst();
    }

    private static Optional<String> refusesAps(Arguments given) {
        int pages = given.number(VMSA_PAGES);
        if (pages > 0 && !given.flag(SNP)) {
            return Optional.of("vmsa-pages: only an SNP guest has them; write snp: true");
        }
        return given.word(APS).equals(ApsBegin.CREATED.word()) && pages < given.number(VCPUS)
                ? Optional.of("aps: created needs a VMSA page for each virtual CPU; write"
                        + " vmsa-pages: " + given.number(VCPUS)) : Optional.empty();
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        ScriptedRole<GhcbGuest> role = role(spec.parameters());
        Map<Integer, Script<GhcbGuest>> scripts = new TreeMap<>();
        for (int i = 0; i < spec.number(VCPUS); i++) {
            int vcpu = i;
            spec.script(VCPU + vcpu, role).ifPresent(script -> scripts.put(vcpu, script));
        }
        return ExchangeMachine.of(new ExchangeShape(
                bounds(spec.parameters()), vm(spec.parameters()), spec.number(ADVERSARY),
                scripts), design);
    }

    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }

    private static ExchangeBounds bounds(Arguments parameters) {
        return new ExchangeBounds(parameters.number(VCPUS), parameters.number(BUFFER_WORDS),
                parameters.number(VMSA_PAGES), ApsBegin.of(parameters.word(APS)));
    }

    private static GuestVm vm(Arguments parameters) {
        return new GuestVm(parameters.flag(SNP), parameters.flag(REGISTERED),
                parameters.number(GHCB_VERSION), parameters.flag(HYPERCALL_EXITS));
    }

    private static ScriptedRole<GhcbGuest> role(Arguments parameters) {
        return new ScriptedRole<>(VCPU, "the code that a virtual CPU of the guest runs",
                ExchangeOperations.all(bounds(parameters), ExchangeMachine.usualDesign()));
    }
}
