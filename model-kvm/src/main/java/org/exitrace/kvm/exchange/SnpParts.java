package org.exitrace.kvm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.memory.PageTable;
import org.exitrace.ghcb.memory.SnpSide;
import org.exitrace.ghcb.memory.Unaccepted;
import org.exitrace.ghcb.psc.MemoryOperations;
import org.exitrace.kvm.design.VmmAtCertificates;
import org.exitrace.kvm.design.VmmAtMap;
import org.exitrace.kvm.rmp.Conversions;
import org.exitrace.kvm.rmp.GuestPages;
import org.exitrace.kvm.rmp.PageTaking;
import org.exitrace.kvm.vmgexit.PageStateWork;
import org.exitrace.kvm.vmgexit.SevEsState;
import org.exitrace.kvm.vmm.CertificateAnswers;
import org.exitrace.kvm.vmm.VmgexitAnswers;

/** What a machine has only if its guest is one of SNP: lists of page state changes, and memory. */
final class SnpParts {

    /** What KVM keeps of lists, by virtual CPU; empty for another guest. */
    final List<PageStateWork> works = new ArrayList<>();
    /** The guest's memory, in a machine that has some: for VMSAs, or whose state changes. */
    final Optional<GuestPages> memory;
    /** The guest's side of each virtual CPU; empty without memory. */
    final List<SnpSide> sides = new ArrayList<>();
    /** The guest's page table; empty without memory. */
    final Optional<PageTable> table;

    private final VmmAtMap vmm;
    private final Optional<CertificateAnswers> certificates;

    SnpParts(ModelBuilder model, ExchangeShape shape) {
        int pages = shape.bounds().pages();
        boolean has = shape.vm().snp() && pages > 0;
        vmm = model.design().get(VmmAtMap.SWITCH);
        certificates = shape.vm().certificates() ? Optional.of(new CertificateAnswers(
                model.design().get(VmmAtCertificates.SWITCH),
                model.region("certificates").flag("was_busy"))) : Optional.empty();
        long given = unaccepted(shape);
        int all = shape.vm().snp() ? shape.bounds().memoryPages() : 0;
        memory = all == 0 ? Optional.empty() : Optional.of(GuestPages.of(model, all, given));
        Optional<Unaccepted> unaccepted = given == 0 ? Optional.empty()
                : Optional.of(new Unaccepted(model.region("unaccepted"), all, given));
        table = has ? Optional.of(new PageTable(model.region("page_table"), all, unaccepted))
                : Optional.empty();
        for (int i = 0; i < shape.bounds().vcpus() && shape.vm().snp(); i++) {
            works.add(new PageStateWork(
                    model.region("psc[" + i + "]"), shape.bounds().bufferWords()));
            if (has) {
                sides.add(new SnpSide(
                        model.region("snp[" + i + "]"), memory.get(), table.get()));
            }
        }
    }

    /** The pages that some script accepts, as bits. */
    private static long unaccepted(ExchangeShape shape) {
        return shape.scripts().values().stream().flatMap(script -> script.calls().stream())
                .filter(call -> call.operation().name().equals(MemoryOperations.ACCEPT))
                .mapToLong(call -> 1L << call.arguments().number(MemoryOperations.PAGE))
                .reduce(0, (one, other) -> one | other);
    }

    /** What virtual CPU {@code number} keeps of its memory. */
    Optional<SnpSide> side(int number) {
        return sides.isEmpty() ? Optional.empty() : Optional.of(sides.get(number));
    }

    /** What the VMM does for KVM_EXIT_SNP_REQ_CERTS. */
    Routine<SevEsState> certificates() {
        return certificates.map(CertificateAnswers::answer)
                .orElseGet(VmgexitAnswers::agreeing);
    }

    /** The guest's memory, in a machine where the state of some pages changes. */
    Optional<GuestPages> changing() {
        return memory.filter(pages -> table.isPresent());
    }

    /** What the VMM does for KVM_HC_MAP_GPA_RANGE, taking pages so where they may be VMSAs. */
    Routine<SevEsState> hypercall(Optional<PageTaking> taking) {
        return changing().map(pages -> new Conversions(pages, vmm, works, taking).answer())
                .orElseGet(VmgexitAnswers::agreeing);
    }
}
