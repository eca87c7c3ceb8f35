package org.exitrace.vtl.call;

import java.util.List;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.CpuMode;
import org.exitrace.vtl.state.Guarded;
import org.exitrace.vtl.state.Register;

/** Control registers, and who intercepts writes of them. */
final class InterceptOffers {

    private InterceptOffers() {
    }

    static List<CallOffer> all(Parameter vtl) {
        Parameter value = Parameter.number("value", 0, Register.MOST, "what it shall hold");
        return List.of(
                CallOffer.of("set-mode", "goes on in another mode", List.of(Parameter.word("mode",
                        CpuMode.Mode.words(), "at CPL 0, at CPL 3 or in real mode")),
                        given -> new SetMode(CpuMode.Mode.of(given.word("mode")))),
                CallOffer.of("write-control", "writes a control register, which a higher VTL may"
                        + " intercept", List.of(Parameter.word("register", Guarded.registers(),
                                "which register"), value),
                        given -> new WriteControl(Guarded.of(given.word("register")),
                                given.number("value"))),
                CallOffer.of("set-intercepts", "HvCallSetVpRegisters of CrInterceptControl and of"
                        + " the mask of CR4", List.of(
                                Parameter.flag("cr4", "whether CR4 is intercepted").usually(false),
                                Parameter.flag("efer", "whether EFER is").usually(false),
                                Parameter.number("mask", 0, Register.MOST,
                                        "which bits of CR4 count").usually(Register.MOST)),
                        given -> new SetIntercepts(given.flag("cr4"), given.flag("efer"),
                                given.number("mask"))),
                access(), install(), check(vtl),
                CallOffer.of("complete-intercept", "HvCallSetVpRegisters: carries out what was"
                        + " intercepted of a lower VTL", List.of(vtl),
                        given -> new CompleteIntercept(given.number("vtl"))));
    }

    private static CallOffer access() {
        return CallOffer.of("access-port", "accesses the I/O port, which a higher VTL may"
                + " intercept", List.of(isWrite()), given -> new AccessPort(given.flag("write")));
    }

    private static CallOffer install() {
        return CallOffer.of("install-intercept", "HvCallInstallIntercept: which accesses of lower"
                + " VTLs to the I/O port are intercepted", List.of(
                        Parameter.flag("reads", "whether reads are").usually(false),
                        Parameter.flag("writes", "whether writes are").usually(false)),
                given -> new InstallPort(given.flag("reads"), given.flag("writes")));
    }

    private static CallOffer check(Parameter vtl) {
        List<String> told = CallOffer.statuses();
        told.addAll(List.of("0", "1"));
        return new CallOffer("check-io-intercept", "HvCallCheckForIoIntercept: whether an access of"
                + " a VTL of its own virtual processor to the I/O port would be intercepted", told,
                List.of(vtl, isWrite()),
                given -> new CheckPort(given.number("vtl"), given.flag("write")));
    }

    private static Parameter isWrite() {
        return Parameter.flag("write", "whether it writes").usually(false);
    }
}
