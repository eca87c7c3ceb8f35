package org.exitrace.ghcb.vc;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;

/** What a guest promises of its #VC handler, by the ids of docs/ghcb.md h. */
public final class VcPromises {

    private VcPromises() {
    }

    /** Declares them for the virtual CPUs that have a handler. */
    public static void declare(ModelBuilder model, List<GuestVc> handlers) {
        model.never("S-4", "a handler leaves a valid bit in the GHCB page",
                handlers, vc -> vc.leftValid.isSet())
                .because("a stray VMGEXIT, even of a user task, would be a request")
                .from("docs/ghcb.md S-4, g 31");
        model.never("S-5", "the guest takes an output whose valid bit it has not seen",
                handlers, vc -> vc.tookInvalid.isSet())
                .because("the host need not have written it").from("docs/ghcb.md S-5");
        model.never("S-6", "a third handler uses the GHCB page",
                handlers, vc -> vc.tooDeep.isSet())
                .because("there is one backup").from("docs/ghcb.md S-6");
        model.never("S-7", "a nested handler leaves the GHCB page other than it was",
                handlers, vc -> vc.imageLost.isSet())
                .because("the handler that it interrupted goes on with it")
                .from("docs/ghcb.md S-7");
        model.never("S-8", "the guest takes the response to another request",
                handlers, vc -> vc.tookResponse.isSet())
                .because("a host that does not know a request leaves it in the MSR")
                .from("docs/ghcb.md S-8");
        model.never("S-9", "the guest exits with an event while its GHCB MSR names no page",
                handlers, vc -> vc.wrongMsr.isSet())
                .because("a call by the MSR destroys the address that stood there")
                .from("docs/ghcb.md S-9");
        model.never("S-10", "the guest executes something behind its request to be ended",
                handlers, vc -> vc.ranOn.isSet())
                .because("it has asked because it cannot trust what comes")
                .from("docs/ghcb.md S-10");
        declareOwners(model, handlers);
        declareDelivery(model, handlers);
        declareInjections(model, handlers);
        declareMask(model, handlers.stream().filter(GuestVc::looksForCBit).toList());
    }

    private static void declareMask(ModelBuilder model, List<GuestVc> handlers) {
        if (handlers.isEmpty()) {
            return;
        }
        model.never("c-bit", "the guest takes another bit than the C-bit for it",
                handlers, vc -> vc.mask().isWrong())
                .because("what it takes for private is written in the clear")
                .from("docs/ghcb.md g 25");
        model.never("encrypted", "an encrypted guest takes itself for one that is not",
                handlers, vc -> vc.mask().isNone())
                .because("it does not look at what it shows the host")
                .from("docs/ghcb.md g 25");
    }

    private static void declareInjections(ModelBuilder model, List<GuestVc> handlers) {
        model.never("S-20", "the guest takes an exception that no host may ask for",
                handlers, vc -> vc.tookException.isSet())
                .because("only #GP and #UD can be the answer to an exit")
                .from("docs/ghcb.md S-20");
        model.never("S-21", "the guest exits for a #VC that its instruction did not raise",
                handlers, vc -> vc.exitedUnasked.isSet())
                .because("its registers would be shown to the host, and replaced by him")
                .from("docs/ghcb.md S-21, CVE-2024-25742");
        model.never("S-33", "an NMI is delivered between another's entry and NMI_COMPLETE",
                handlers, vc -> vc.nmiInEntry.isSet())
                .because("its handler has not saved yet what the next one overwrites")
                .from("docs/ghcb.md S-33");
    }

    /** Once nobody can step; who has panicked, or was never run again, takes no NMI. */
    private static void declareDelivery(ModelBuilder model, List<GuestVc> handlers) {
        model.atRest("L6", "each NMI was delivered that was sent to a virtual CPU that runs",
                () -> handlers.stream().noneMatch(vc ->
                        vc.guest.nmiOwed.isSet() && vc.runs()))
                .because("one that waits is delivered behind NMI_COMPLETE or IRET")
                .from("docs/ghcb.md L6");
    }

    private static void declareOwners(ModelBuilder model, List<GuestVc> handlers) {
        model.never("S-16", "a GHCB that was filled for a hold holds something else at the hold",
                handlers, vc -> vc.prefillLost.isSet())
                .because("an exit in between leaves the AP asking for something else")
                .from("docs/ghcb.md S-16");
        model.never("S-31", "#VC is raised on an AP that has no stack",
                handlers, vc -> vc.vcWithoutStack.isSet())
                .because("its frame is pushed onto nobody's memory").from("docs/ghcb.md S-31");
        model.never("S-32", "the host is asked for what a user task decoded to, or for MMIO to"
                        + " memory that is mapped with the C-bit",
                handlers, vc -> vc.userReachedHost.isSet() || vc.encryptedMmio.isSet())
                .because("the kernel has rights that the task has not, and keys that he has not")
                .from("docs/ghcb.md S-32, CVE-2023-46813");
        model.never("S-36", "two virtual CPUs use one GHCB page at a time",
                () -> usersOfFirst(handlers) > 1)
                .because("each overwrites what the other asks for").from("docs/ghcb.md S-36");
        model.never("S-38", "the guest speaks a version that not both know, or did not agree on",
                handlers, vc -> vc.wrongVersion.isSet())
                .because("it asks for what the host does not know, or reads what it does not write")
                .from("docs/ghcb.md S-38");
    }

    /** Pages are shared in one way only: all use the first. */
    private static long usersOfFirst(List<GuestVc> handlers) {
        return handlers.stream()
                .filter(vc -> vc.depth.get() > 0 && vc.page() == vc.guest.pages.get(0)).count();
    }
}
