package org.exitrace.ghcb.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.memory.PageAnswer;
import org.exitrace.ghcb.spec.ApCreation;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.ghcb.vmsa.VmsaCare;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.ghcb.vmsa.VmsaRelease;

/** The life of VMSA pages, and of virtual CPUs that an SNP guest creates and destroys. */
final class VmsaOperations {

    private static final String SOURCE = "docs/ghcb.md e.6";
    private static final String COST = "guest.instruction";
    private static final String PAGE = "page";
    private static final String CPU = "cpu";
    private static final String VMPL = "vmpl";
    private static final int LEAST_PRIVILEGED = 3;
    private static final String[] ADJUSTED = {ExchangeResults.OK, ExchangeResults.FAIL_INUSE,
        ExchangeResults.FAIL_PERMISSION, ExchangeResults.TERMINATED};
    private static final String[] ANSWERS = ExchangeResults.answers().toArray(String[]::new);

    private final ExchangeBounds bounds;
    private final VmsaCare care;

    private VmsaOperations(ExchangeBounds bounds, VmsaCare care) {
        this.bounds = bounds;
        this.care = care;
    }

    static List<Operation<GhcbGuest>> all(ExchangeBounds bounds, VmsaCare care) {
        if (bounds.vmsaPages() == 0) {
            return List.of();
        }
        VmsaOperations own = new VmsaOperations(bounds, care);
        List<Operation<GhcbGuest>> all = new ArrayList<>(List.of(own.build(), own.free(),
                own.huge(), own.check(), own.destroy()));
        if (bounds.vcpus() > 1) {
            all.add(own.again());
        }
        all.add(own.create("ap-create", "creates a virtual CPU at once", ApCreation.CREATE));
        all.add(own.create("ap-create-on-init",
                "creates a virtual CPU that begins at its next INIT and SIPI",
                ApCreation.CREATE_ON_INIT));
        return all;
    }

    private Operation<GhcbGuest> build() {
        return named("build-vmsa",
                "writes the first state of a virtual CPU into a page and tags it as a VMSA")
                .takes(page(), Parameter.number("for", 0, bounds.vcpus() - 1L,
                                "the virtual CPU whose state it is")
                                .boundedBy("vcpus: " + bounds.vcpus()),
                        features("features", "SEV_FEATURES in the page"), ownVmpl())
                .gives(ADJUSTED)
                .does(given -> Routine.named("guest", SOURCE, code -> build(code,
                        given.number(PAGE), given.number("for"), given.number("features"),
                        given.number(VMPL))));
    }

    private static void build(
            Block<GhcbGuest> code, int page, int vcpu, int features, int vmpl) {
        access(code, "writes VMSA " + page, page, guest -> write(guest, page, vcpu, features));
        code.when(guest -> !guest.result.is(ExchangeResults.OK), Block::done);
        adjust(code, page, vmpl, true);
    }

    private static String write(GhcbGuest guest, int page, int vcpu, int features) {
        if (guest.inUse(page)) {
            return ExchangeResults.FAIL_INUSE;
        }
        VmsaPage vmsa = guest.vmsa(page);
        if (vmsa.memory.touch(page) != PageAnswer.DONE) {
            return ExchangeResults.NOT_VALIDATED;
        }
        vmsa.fill(vcpu, features);
        return ExchangeResults.OK;
    }

    /** RMPADJUST fails while a virtual CPU runs from the page. */
    private static void adjust(Block<GhcbGuest> code, int page, int vmpl, boolean vmsa) {
        access(code, "RMPADJUST: page " + page + (vmsa ? " is a VMSA" : " is no VMSA"), page,
                guest -> guest.inUse(page) ? ExchangeResults.FAIL_INUSE
                        : switch (guest.vmsa(page).memory.adjust(page, vmpl, vmsa)) {
                            case DONE -> ExchangeResults.OK;
                            case DENIED -> ExchangeResults.FAIL_PERMISSION;
                            default -> ExchangeResults.NOT_VALIDATED;
                        });
    }

    /** One access; it is tried again where the host has the page. #VC 0x404 ends the guest. */
    private static void access(Block<GhcbGuest> code, String name, int page,
            Function<GhcbGuest, String> how) {
        code.await(name, guest -> guest.vmsa(page).isReachable(),
                guest -> guest.result.become(how.apply(guest))).costs(COST).mayRest();
        code.when(guest -> guest.result.is(ExchangeResults.NOT_VALIDATED), end -> end
                .call(Termination.ask(Termination.LINUX, Termination.PVALIDATE)).done());
    }

    private Operation<GhcbGuest> free() {
        return named("free-vmsa", "takes the tag of a VMSA away and uses the page for something"
                + " else")
                .takes(page(), ownVmpl())
                .gives(ADJUSTED)
                .does(given -> Routine.named("guest", SOURCE,
                        code -> free(code, given.number(PAGE), given.number(VMPL))));
    }

    /** Not every guest looks at what RMPADJUST gives. */
    private void free(Block<GhcbGuest> code, int page, int vmpl) {
        adjust(code, page, vmpl, false);
        if (care.release() == VmsaRelease.CHECKED) {
            code.when(guest -> !guest.result.is(ExchangeResults.OK), Block::done);
        }
        code.step("page " + page + " is used for something else", guest -> {
            if (guest.inUse(page)) {
                guest.vmsa(page).reclaimedInUse.raise();
            }
            guest.vmsa(page).forget();
        }).costs(COST).mayRest();
    }

    private Operation<GhcbGuest> huge() {
        return named("touch-huge", "touches a page through a mapping of 2 MiB")
                .from("docs/ghcb.md B-4B")
                .takes(page())
                .gives(ExchangeResults.OK, ExchangeResults.RMP_FAULT)
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .test("touches page " + given.number(PAGE) + " of a huge mapping",
                                guest -> !guest.inUse(given.number(PAGE)) && !guest.inUse(0),
                                fine -> fine.local(guest ->
                                        guest.result.become(ExchangeResults.OK)),
                                fault -> fault.local(guest ->
                                        rmpFault(guest, given.number(PAGE))))
                        .costs(COST).mayRest()));
    }

    /** Page 0 lies on a boundary of 2 MiB: its bit is read as that of all of them. */
    private static void rmpFault(GhcbGuest guest, int page) {
        guest.result.become(ExchangeResults.RMP_FAULT);
        if (!guest.inUse(page)) {
            guest.vmsa(page).takenForInUse.raise();
        }
    }

    private Operation<GhcbGuest> check() {
        return named("check-own-vmsa", "looks whether the virtual CPU runs from a page")
                .takes(page())
                .gives(ExchangeResults.YES, ExchangeResults.NO)
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .step("looks at where it runs from", guest -> guest.result.become(
                                guest.vcpuVmsa(guest.cpu.number()).current.is(given.number(PAGE))
                                        ? ExchangeResults.YES : ExchangeResults.NO))
                        .costs(COST).mayRest()));
    }

    private Operation<GhcbGuest> create(String name, String meaning, long request) {
        return named(name, meaning)
                .takes(cpu(CPU), Parameter.number(PAGE, 0, bounds.memoryPages(),
                        "VMSA page; the number behind the last has no memory")
                        .boundedBy("vmsa-pages: " + bounds.vmsaPages()),
                        features("rax", "SEV_FEATURES as the guest tells the host"),
                        Parameter.number(VMPL, 0, LEAST_PRIVILEGED,
                                "the VMPL that is created; KVM knows 0 only").usually(0))
                .gives(ANSWERS)
                .does(given -> Routine.named("guest", SOURCE, code -> create(code,
                        ApCreation.at(given.number(VMPL), request),
                        given.number(CPU), given.number(PAGE), given.number("rax"))));
    }

    private static void create(
            Block<GhcbGuest> code, long request, int vcpu, int page, int rax) {
        ApRequest.send(code, request, vcpu, VmsaPage.addressOf(page), rax);
    }

    private Operation<GhcbGuest> destroy() {
        return named("ap-destroy", "destroys a virtual CPU")
                .takes(cpu(CPU))
                .gives(ANSWERS)
                .does(given -> Routine.named("guest", SOURCE,
                        code -> destroy(code, given.number(CPU))));
    }

    private static void destroy(Block<GhcbGuest> code, int vcpu) {
        ApRequest.send(code, ApCreation.DESTROY, vcpu, 0, 0);
        code.when(guest -> guest.result.is(ExchangeResults.OK)
                        && guest.vcpuVmsa(vcpu).destroyTaken.isSet(),
                done -> done.local(guest -> guest.vcpuVmsa(vcpu).destroyed.raise()));
    }

    /** OVMF's way: destroy, take the tag away, write the page anew, create. */
    private Operation<GhcbGuest> again() {
        return named("ap-again", "starts an AP again from the page that the firmware's list says")
                .takes(Parameter.number(CPU, 1, bounds.vcpus() - 1L, "which AP")
                        .boundedBy("vcpus: " + bounds.vcpus()))
                .gives(ANSWERS)
                .does(given -> Routine.named("guest", SOURCE, code -> {
                    int vcpu = given.number(CPU);
                    int page = care.lookup().of(vcpu, bounds.vcpus() - 1);
                    destroy(code, vcpu);
                    code.when(guest -> !guest.result.is(ExchangeResults.OK), Block::done);
                    free(code, page, 0);
                    code.when(guest -> !guest.result.is(ExchangeResults.OK), Block::done);
                    build(code, page, vcpu, VmsaPage.VM_FEATURES, 0);
                    create(code, ApCreation.CREATE, vcpu, page, VmsaPage.VM_FEATURES);
                }));
    }

    private Parameter page() {
        return Parameter.number(PAGE, 0, bounds.vmsaPages() - 1L, "VMSA page")
                .boundedBy("vmsa-pages: " + bounds.vmsaPages());
    }

    private Parameter cpu(String name) {
        return Parameter.number(name, 0, bounds.vcpus(), "APIC id of a virtual CPU; that behind"
                + " the last is nobody's").boundedBy("vcpus: " + bounds.vcpus());
    }

    private static Parameter ownVmpl() {
        return Parameter.number(VMPL, 0, LEAST_PRIVILEGED,
                "at which VMPL the guest does it; RMPADJUST wants 0").usually(0);
    }

    private static Parameter features(String name, String meaning) {
        return Parameter.number(name, 0, (1L << VmsaPage.FEATURE_BITS) - 1, meaning)
                .usually(VmsaPage.VM_FEATURES);
    }

    private static Operation.Text<GhcbGuest> named(String name, String meaning) {
        return Operation.<GhcbGuest>named(name, meaning, guest -> guest.result).from(SOURCE);
    }
}
