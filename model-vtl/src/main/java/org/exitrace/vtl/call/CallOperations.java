package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;
import org.exitrace.vtl.state.VtlResults;

/** Hypercalls as operations of guest code: a step out, and one that reads what came back. */
public final class CallOperations {

    private CallOperations() {
    }

    /** All of them in a machine of that size; {@code number} is that of a call in its table. */
    public static List<Operation<Vtl>> all(VtlBounds bounds, Function<HvCall, Integer> number) {
        return offers(bounds).stream().map(offer -> operation(offer, number)).toList();
    }

    /** The call that the operation of that name makes with {@code given}; empty if none. */
    static Optional<HvCall> find(String operation, Arguments given) {
        return offers(VtlBounds.LARGEST).stream().filter(offer -> offer.name().equals(operation))
                .findFirst().map(offer -> offer.makes().apply(given));
    }

    private static List<CallOffer> offers(VtlBounds bounds) {
        Parameter vtl = Parameter.number("vtl", 0, bounds.vtls() - 1L, "whose");
        List<CallOffer> offers = new ArrayList<>(registers(vtl));
        offers.add(CallOffer.of("send-ipi", "HvCallSendSyntheticClusterIpi: sends an interrupt to a"
                + " VTL of a virtual processor", List.of(
                        Parameter.number("vp", 0, bounds.vps() - 1L, "to which virtual processor"),
                        vtl, Parameter.number("vector", 0, bounds.vectors() - 1L,
                                "which vector; the higher goes first")),
                given -> new SendIpi(given.number("vp"), given.number("vtl"),
                        given.number("vector"))));
        offers.addAll(InterruptOffers.all(vtl, bounds));
        offers.addAll(PartitionOffers.all());
        offers.addAll(ApicOffers.all(bounds));
        offers.addAll(InterceptOffers.all(vtl));
        if (bounds.pages() > 0) {
            offers.addAll(MemoryOffers.all(vtl));
            offers.addAll(OverlayOffers.all(vtl, bounds));
        }
        offers.addAll(SynicOffers.all(vtl, bounds));
        if (bounds.parts().vina()) {
            offers.add(CallOffer.of("set-vina", "HvCallSetVpRegisters of VsmVina", List.of(vtl,
                    Parameter.number("vector", 0, bounds.vectors() - 1L, "how it is told"),
                    Parameter.flag("enabled", "whether it is told").usually(true),
                    Parameter.flag("auto-reset", "whether VinaAsserted is cleared for it")
                            .usually(false)),
                    given -> new SetVina(given.number("vtl"), given.number("vector"),
                            given.flag("enabled"), given.flag("auto-reset"))));
        }
        return offers;
    }

    private static List<CallOffer> registers(Parameter vtl) {
        Parameter register = Parameter.word("register", Register.words(), "which register");
        List<String> got = CallOffer.statuses();
        got.addAll(VtlResults.values());
        return List.of(
                new CallOffer("get-register", "HvCallGetVpRegisters: reads a register of a VTL of"
                        + " its own virtual processor", got, List.of(vtl, register),
                        given -> new GetRegister(given.number("vtl"),
                                Register.of(given.word("register")))),
                new CallOffer("translate", "HvCallTranslateVirtualAddress for a VTL of its own"
                        + " virtual processor; gives the CR3 at which the walk began", got,
                        List.of(vtl, OverlayOffers.ex()), given -> new TranslateAddress(
                                given.number("vtl"), given.flag("ex"))),
                CallOffer.of("switch-address-space", "HvCallSwitchVirtualAddressSpace: writes its"
                        + " own CR3", List.of(Parameter.number("space", 0, Register.MOST,
                                "what CR3 shall hold")),
                        given -> new SwitchSpace(given.number("space"))),
                CallOffer.of("set-register", "HvCallSetVpRegisters: writes a register of a VTL of"
                        + " its own virtual processor", List.of(vtl, register, Parameter.number(
                                "value", 0, Register.MOST, "what it shall hold")),
                        given -> new SetRegister(given.number("vtl"),
                                Register.of(given.word("register")), given.number("value"))));
    }

    private static Operation<Vtl> operation(CallOffer offer, Function<HvCall, Integer> number) {
        List<String> gives = new ArrayList<>(offer.results());
        gives.add(VtlResults.UD);
        return Operation.<Vtl>named(offer.name(), offer.meaning(), vtl -> vtl.result)
                .takes(offer.takes().toArray(Parameter[]::new))
                .gives(gives.toArray(String[]::new)).from("docs/vtl.md b.2")
                .does(given -> {
                    HvCall call = offer.makes().apply(given);
                    return routine(offer.name(), number.apply(call), call.isHypercall(),
                            call::isOver);
                }).limitedTo((given, word) -> offer.makes().apply(given).gives(word));
    }

    /** Asks for the hypercall of that number until the host has answered it. */
    public static Routine<Vtl> routine(String name, int number) {
        return routine(name, number, true, any -> { });
    }

    private static Routine<Vtl> routine(
            String name, int number, boolean isHypercall, Consumer<Vtl> over) {
        return Routine.named(name, "docs/vtl.md b.1", code -> code.forever(loop -> loop
                .step("VMCALL", vtl -> {
                    vtl.retires();
                    if (isHypercall && !vtl.isHeard()) {
                        vtl.result.become(VtlResults.UD);
                    } else {
                        vtl.call.become(number);
                        vtl.leave(Exit.HYPERCALL);
                    }
                }).costs(VtlCosts.INSTRUCTION)
                .test("read the status, if RIP went on", vtl -> isAnswered(vtl, over),
                        yes -> yes.leave()).costs(VtlCosts.INSTRUCTION)));
    }

    private static boolean isAnswered(Vtl vtl, Consumer<Vtl> over) {
        vtl.retires();
        boolean answered = !vtl.result.isNone();
        if (answered && vtl.view() != null) {
            vtl.view().listEnds();
        }
        if (answered) {
            over.accept(vtl);
        }
        return answered;
    }
}
