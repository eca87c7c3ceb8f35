package org.exitrace.ghcb.script;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.cpu.LapicOperations;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbReply;

/** All that a scripted guest CPU can be told to do. */
public final class GuestOperations {

    /** The hold ended by a SIPI. */
    public static final String RELEASED = "RELEASED";

    /** The hold ended by something else. */
    public static final String WOKEN = "WOKEN";

    /** The host took the jump table's address. */
    public static final String SET = "SET";

    /** The host does not know the request. */
    public static final String INVALID_INPUT = "INVALID_INPUT";

    /** Addresses of the jump table: none, two pages, and one that is not that of a page. */
    public static final int HIGHEST_ADDRESS = 3;

    private static final String GHCB = "docs/ap-boot.md c.3, e.5";

    private GuestOperations() {
    }

    /** The operations of a machine with CPUs 0 to {@code highestCpu}. */
    public static List<Operation<ScriptedGuest>> all(int highestCpu) {
        LapicOperations<ScriptedGuest> lapic =
                new LapicOperations<>(guest -> guest.cpu, guest -> guest.result);
        List<Operation<ScriptedGuest>> all = new ArrayList<>(List.of(
                lapic.icrWrite(Parameter.number("to", 0, highestCpu, "the target"), false),
                resetHold(), jumpTable(), lapic.halt()));
        all.addAll(WordOperations.<ScriptedGuest>ofWhoIsRun(
                "guest", "guest.instruction", guest -> guest.words, guest -> guest.result));
        return List.copyOf(all);
    }

    private static Operation<ScriptedGuest> resetHold() {
        return guest("ap-reset-hold", "one VMGEXIT that parks the CPU until it is woken")
                .from(GHCB)
                .takes(Parameter.word("form", List.of("nae", "msr"), "GHCB page or MSR"))
                .gives(RELEASED, WOKEN)
                .does(arguments -> arguments.word("form").equals("nae")
                        ? holdByNae() : holdByMsr());
    }

    private static Routine<ScriptedGuest> holdByNae() {
        return Routine.named("guest", GHCB, code -> code
                .step("VMGEXIT AP_RESET_HOLD", guest -> {
                    guest.cpu.beginHold(false);
                    guest.cpu.leave(GuestExit.AP_RESET_HOLD);
                }).costs("vmexit.ghcb").mayRest()
                .step("read SW_EXITINFO2", guest -> {
                    take(guest, guest.cpu.exitInfo2.is(1));
                    guest.cpu.exitInfo2.clear();
                }).costs("guest.instruction").mayRest());
    }

    private static Routine<ScriptedGuest> holdByMsr() {
        return Routine.named("guest", GHCB, code -> code
                .step("VMGEXIT MSR 0x006", guest -> {
                    guest.cpu.beginHold(false);
                    guest.cpu.ghcbMsr.become(GhcbMsr.HOLD_REQUEST);
                    guest.cpu.leave(GuestExit.AP_RESET_HOLD_MSR);
                }).costs("vmexit.ghcb").mayRest()
                .step("read GHCB MSR", guest -> {
                    take(guest, guest.cpu.ghcbMsr.is(GhcbMsr.HOLD_RELEASED));
                    guest.cpu.ghcbMsr.become(GhcbMsr.GHCB_GPA);
                }).costs("guest.instruction").mayRest());
    }

    private static void take(ScriptedGuest guest, boolean released) {
        guest.result.become(released ? RELEASED : WOKEN);
        guest.cpu.noteResult(released);
        if (released) {
            guest.cpu.noteRelease();
        }
    }

    private static Operation<ScriptedGuest> jumpTable() {
        return guest("ap-jump-table", "sets the jump table's address, asks for it, or makes a"
                + " request that no host knows")
                .from("docs/ap-boot.md c.3, docs/ap-boot.md a.5")
                .takes(Parameter.word("do", List.of("set", "get", "other"),
                                "SW_EXITINFO1 0, 1 or 2"),
                        Parameter.number("address", 0, HIGHEST_ADDRESS, "what is set: 0 is none,"
                                + " 1 and 2 are pages, 3 lies within one; dead in other requests")
                                .usually(1))
                .gives(SET, "0", "1", "2", "3", INVALID_INPUT)
                .does(GuestOperations::jumpTable);
    }

    private static Routine<ScriptedGuest> jumpTable(Arguments arguments) {
        String what = arguments.word("do");
        int request = switch (what) {
            case "set" -> ApJumpTable.SET;
            case "get" -> ApJumpTable.GET;
            default -> ApJumpTable.GET + 1;
        };
        int address = request == ApJumpTable.SET ? arguments.number("address") : 0;
        return Routine.named("guest", GHCB, code -> code
                .step("VMGEXIT AP_JUMP_TABLE " + what,
                        guest -> guest.cpu.askForJumpTable(request, address))
                .costs("vmexit.ghcb").mayRest()
                .step(request == ApJumpTable.SET ? "jump table set" : "read SW_EXITINFO2",
                        guest -> takeAnswer(guest, request))
                .costs("guest.instruction").mayRest());
    }

    private static void takeAnswer(ScriptedGuest guest, int request) {
        GuestCpu cpu = guest.cpu;
        guest.result.become(!cpu.exitInfo1.is(GhcbReply.NO_ACTION) ? INVALID_INPUT
                : request == ApJumpTable.SET ? SET : Integer.toString(cpu.exitInfo2.get()));
        cpu.forgetAnswer();
    }

    private static Operation.Text<ScriptedGuest> guest(String name, String meaning) {
        return Operation.named(name, meaning, guest -> guest.result);
    }
}
