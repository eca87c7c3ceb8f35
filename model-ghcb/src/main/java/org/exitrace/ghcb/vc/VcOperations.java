package org.exitrace.ghcb.vc;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** Instructions that raise #VC, and NMIs. */
public final class VcOperations {

    /** Raises #VC. */
    public static final String VC = "vc";
    /** Sends an NMI. */
    public static final String NMI = "send-nmi";

    /** Learns which virtual CPU it is. */
    static final String APIC_ID = "apic-id";

    /** Finds out which bit makes memory private. */
    static final String FIND_C_BIT = "find-c-bit";

    private static final long OUT = 0;
    private static final long WRITE = 1;

    private VcOperations() {
    }

    /**
     * The operations of {@code vcpus} virtual CPUs.
     *
     * @param lookup what a virtual CPU has for its handler; asked of a machine only
     */
    public static List<Operation<GhcbGuest>> all(
            int vcpus, Function<GhcbGuest, GuestVc> lookup) {
        return List.of(vc(lookup), nmi(vcpus),
                plain("negotiate", "agrees with the host on a version of the protocol",
                        "docs/ghcb.md d.1", lookup, Negotiation.negotiate()),
                plain("register-ghcb", "registers its GHCB page", "docs/ghcb.md d.1", lookup,
                        Negotiation.register()),
                plain(APIC_ID, "learns its APIC id while it has no stack", "docs/ghcb.md S-31",
                        lookup, ApicId.learn()),
                plain("terminate", "asks to be ended, for a general reason", "docs/ghcb.md b",
                        lookup, MsrCall.terminate(0, 0)),
                plain(UserTask.MMIO, "a user task reaches a device", "docs/ghcb.md g 8", lookup,
                        UserTask.mmio()),
                plain("hold-prefilled", "fills its GHCB for a hold, and parks a moment later",
                        "docs/ghcb.md S-16", lookup, PrefilledHold.park()),
                findCBit(lookup), userOut(lookup), readMemory(lookup));
    }

    private static Operation<GhcbGuest> findCBit(Function<GhcbGuest, GuestVc> lookup) {
        return Operation.<GhcbGuest>named(FIND_C_BIT, "finds out which bit of an address makes"
                        + " memory private", guest -> guest.result)
                .from("docs/ghcb.md g 25")
                .takes(Parameter.word("by", List.of("CPUID", "SEV_INFO"),
                        "what the host is asked for, by the GHCB MSR"))
                .does(given -> Routine.named("guest", "docs/ghcb.md g 25", code -> code.call(lookup,
                        given.word("by").equals("CPUID") ? FindCBit.byCpuid()
                                : FindCBit.bySevInfo())));
    }

    private static Operation<GhcbGuest> vc(Function<GhcbGuest, GuestVc> lookup) {
        List<String> events = Arrays.stream(NaeEvent.values()).map(NaeEvent::name).toList();
        return Operation.<GhcbGuest>named(VC, "an instruction that raises #VC, and its handler",
                        guest -> guest.result)
                .from("docs/ghcb.md d.2")
                .takes(Parameter.word("event", events, "for which the handler leaves the guest"),
                        Parameter.bits("info1", "SW_EXITINFO1").usually(0),
                        Parameter.bits("info2", "SW_EXITINFO2").usually(0),
                        Parameter.bits("value", "what the registers hold that the event needs")
                                .usually(0))
                .does(given -> Routine.named("guest", "docs/ghcb.md d.2",
                        code -> code.call(lookup, VcHandler.handle(request(given)))));
    }

    private static Operation<GhcbGuest> plain(String name, String meaning, String source,
            Function<GhcbGuest, GuestVc> lookup, Routine<GuestVc> routine) {
        return Operation.<GhcbGuest>named(name, meaning, guest -> guest.result).from(source)
                .does(Routine.<GhcbGuest>named("guest", source,
                        code -> code.call(lookup, routine)));
    }

    private static Operation<GhcbGuest> userOut(Function<GhcbGuest, GuestVc> lookup) {
        return Operation.<GhcbGuest>named(UserTask.OUT, "a user task writes a port, of which a"
                        + " shared word is 0 as long as it may use it", guest -> guest.result)
                .from("docs/ghcb.md g 8")
                .takes(Parameter.number("word", 0, SharedWords.COUNT - 1L, "that word"))
                .does(given -> Routine.named("guest", "docs/ghcb.md g 8", code -> code
                        .call(lookup, UserTask.out(given.number("word")))));
    }

    private static Operation<GhcbGuest> readMemory(Function<GhcbGuest, GuestVc> lookup) {
        return Operation.<GhcbGuest>named(MemoryReach.NAME, "reads memory, which a host can make"
                        + " raise #VC as a device does", guest -> guest.result)
                .from("docs/ghcb.md S-32")
                .takes(Parameter.word(MemoryReach.MAPPED,
                        List.of(MemoryReach.ENCRYPTED, "shared"),
                        "with or without the C-bit").usually(MemoryReach.ENCRYPTED))
                .does(given -> Routine.named("guest", "docs/ghcb.md S-32", code -> code
                        .call(lookup, MemoryReach.read(given.word(MemoryReach.MAPPED)
                                .equals(MemoryReach.ENCRYPTED)))));
    }

    /** Whether {@code operation} needs a #VC handler on its virtual CPU. */
    public static boolean isOne(String operation) {
        return all(1, guest -> null).stream().anyMatch(one -> one.name().equals(operation));
    }

    private static VcRequest request(Arguments given) {
        NaeEvent event = NaeEvent.valueOf(given.word("event"));
        long info1 = given.wide("info1");
        Map<GhcbField, Long> inputs = new EnumMap<>(GhcbField.class);
        event.inputs().forEach(field -> inputs.put(field, given.wide("value")));
        if (event == NaeEvent.MSR && info1 == WRITE) {
            List.of(GhcbField.RAX, GhcbField.RDX).forEach(
                    field -> inputs.put(field, given.wide("value")));
        }
        if (event == NaeEvent.IOIO && (info1 & 1) == OUT) {
            inputs.put(GhcbField.RAX, given.wide("value"));
        }
        return new VcRequest(event, inputs, info1, given.wide("info2"));
    }

    private static Operation<GhcbGuest> nmi(int vcpus) {
        return Operation.<GhcbGuest>named(NMI, "sends an NMI to a virtual CPU",
                        guest -> guest.result)
                .from("docs/ghcb.md d.3")
                .takes(Parameter.number("to", 0, vcpus - 1L, "the target")
                        .boundedBy("vcpus: " + vcpus))
                .does(given -> Routine.named("guest", "docs/ghcb.md d.3", code -> code
                        .step("NMI to " + given.number("to"),
                                guest -> guest.others.get(given.number("to")).receiveNmi())
                        .costs("vmexit.ghcb").mayRest()));
    }
}
