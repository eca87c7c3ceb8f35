package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.psp.command.Argument;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.spec.SevPolicy;

/** How arguments of commands are written in scripts, and how they get into the command buffer. */
final class CommandArguments {

    private static final String MINE = "mine";
    private static final String NONE = "none";

    private CommandArguments() {
    }

    /** The parameters that stand for {@code argument}. */
    static List<Parameter> of(Argument argument, FirmwareBounds bounds) {
        String bound = MachineParameters.bound(argument, bounds);
        return parameters(argument, bounds).stream().map(parameter -> bound.isEmpty()
                ? parameter : parameter.boundedBy(bound)).toList();
    }

    private static List<Parameter> parameters(Argument argument, FirmwareBounds bounds) {
        return switch (argument) {
            case HANDLE -> List.of(Parameter.word("handle", handles(bounds),
                    "the guest, or the one that the thread made last").usually(MINE));
            case SHARE -> List.of(Parameter.number("share", 0, bounds.handles(),
                    "the guest whose keys are shared, or 0").usually(0));
            case ASID -> List.of(Parameter.number("asid", 0, bounds.asids() + 1, "the ASID"));
            case POLICY -> policy();
            case CCXS -> List.of(Parameter.word("ccxs", NumberSets.words(bounds.ccxs()),
                    "the core complexes that are meant").usually(0));
            case PAGE -> List.of(Parameter.number("page", 0, Math.max(0, bounds.pages() - 1),
                    "the page"));
            case PAGES -> List.of(Parameter.word("page", NumberSets.ranges(bounds.pages()),
                    "the page, or pages that follow each other"));
            case TO -> List.of(Parameter.number("to", 0, Math.max(0, bounds.pages() - 1),
                    "the page into which it goes"));
            case BUFFER -> List.of(page("buffer", "where the answer goes", bounds));
            case HEADER -> List.of(page("header", "where the packet's header goes", bounds));
            case SESSION -> List.of(Parameter.flag("session",
                    "the owner's certificate and session are given").usually(false));
            case SECRET -> List.of();
            case GCTX, MDATA, AGENT, SIZE, PAGE_TYPE, SWAP_TYPE, IMI, PERMISSIONS, SNP_POLICY ->
                    SnpArgumentWords.of(argument, bounds);
            default -> PlatformArguments.of(argument, bounds);
        };
    }

    /** The parameters that tell what is wrong with the input: up to two flaws. */
    static List<Parameter> flaws(Handler handler) {
        List<String> words = new ArrayList<>(List.of(NONE));
        words.addAll(handler.flaws());
        return List.of(
                Parameter.word("flaw", words, "what is wrong with the input").usually(NONE),
                Parameter.word("flaw2", words, "what else is wrong with it").usually(NONE));
    }

    /** Writes {@code given} into the command buffer. */
    static void write(Handler handler, Arguments given, HostThread thread) {
        CommandCells buffer = thread.mailbox.buffer;
        for (Argument argument : handler.arguments()) {
            write(argument, given, thread, buffer);
        }
        if (!handler.flaws().isEmpty()) {
            writeFlaws(handler, given, buffer);
        }
    }

    static void write(
            Argument argument, Arguments given, HostThread thread, CommandCells buffer) {
        switch (argument) {
            case HANDLE -> buffer.handle.become(given.word("handle").equals(MINE)
                    ? thread.mine.get() : given.number("handle"));
            case SHARE -> buffer.share.become(given.number("share"));
            case ASID -> buffer.asid.become(given.number("asid"));
            case POLICY -> {
                for (SevPolicy bit : SevPolicy.values()) {
                    if (given.flag(name(bit))) {
                        buffer.policy.add(bit.ordinal());
                    }
                }
            }
            case CCXS -> buffer.ccxs.become(NumberSets.set(given.word("ccxs")));
            case PAGE -> buffer.page.become(given.number("page"));
            case PAGES -> {
                buffer.page.become(NumberSets.first(given.word("page")));
                buffer.pages.become(NumberSets.length(given.word("page")));
            }
            case TO -> buffer.to.become(given.number("to"));
            case BUFFER -> page(given.word("buffer"), buffer.buffer);
            case HEADER -> page(given.word("header"), buffer.header);
            case SESSION -> buffer.session.become(given.flag("session"));
            case SECRET -> buffer.boundTo.become(thread.secret.get());
            case GCTX, MDATA, AGENT, SIZE, PAGE_TYPE, SWAP_TYPE, IMI, PERMISSIONS, SNP_POLICY ->
                    SnpArgumentWords.write(argument, given, buffer.snp);
            default -> PlatformArguments.write(argument, given, buffer);
        }
    }

    /** Writes what is wrong with the input into the command buffer. */
    static void writeFlaws(Handler handler, Arguments given, CommandCells buffer) {
        flaw(handler, given.word("flaw"), buffer);
        flaw(handler, given.word("flaw2"), buffer);
    }

    private static void flaw(Handler handler, String word, CommandCells buffer) {
        if (!word.equals(NONE)) {
            buffer.flaws.add(handler.flaws().indexOf(word));
        }
    }

    private static List<String> handles(FirmwareBounds bounds) {
        List<String> words = new ArrayList<>(List.of(MINE));
        for (int handle = 0; handle <= bounds.handles(); handle++) {
            words.add(Integer.toString(handle));
        }
        return words;
    }

    private static Parameter page(String name, String meaning, FirmwareBounds bounds) {
        List<String> words = new ArrayList<>(List.of(NONE));
        for (int page = 0; page < bounds.pages(); page++) {
            words.add(Integer.toString(page));
        }
        return Parameter.word(name, words, meaning + ", or memory that is not modelled")
                .usually(NONE);
    }

    private static void page(String word, IndexCell cell) {
        if (!word.equals(NONE)) {
            cell.become(Integer.parseInt(word));
        }
    }

    private static List<Parameter> policy() {
        List<Parameter> flags = new ArrayList<>();
        for (SevPolicy bit : SevPolicy.values()) {
            flags.add(Parameter.flag(name(bit), "policy bit " + bit).usually(false));
        }
        return flags;
    }

    private static String name(SevPolicy bit) {
        return bit == SevPolicy.ES ? "policy-es" : bit.name().toLowerCase(java.util.Locale.ROOT);
    }
}
