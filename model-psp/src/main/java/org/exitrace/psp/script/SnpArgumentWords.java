package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.command.Argument;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.SnpArguments;
import org.exitrace.psp.spec.PageType;
import org.exitrace.psp.spec.SnpPolicy;
import org.exitrace.psp.spec.SwapType;

/** How arguments that only SNP has are written in scripts. */
final class SnpArgumentWords {

    static final String NONE = "none";
    private static final String SMALL = "4K";
    private static final String LARGE = "2M";
    private static final int OTHER_VMPLS = 3;
    private static final int VMPL_BITS = 4;
    private static final int ALL = 15;

    private SnpArgumentWords() {
    }

    /** The parameters that stand for {@code argument}. */
    static List<Parameter> of(Argument argument, FirmwareBounds bounds) {
        return switch (argument) {
            case GCTX -> List.of(page("gctx", bounds, "the page of the guest's context"));
            case MDATA -> List.of(pageOrNone("mdata", bounds,
                    "the METADATA page with the entry, or none for the one in the context"));
            case AGENT -> List.of(pageOrNone("agent", bounds,
                    "the page of the migration agent's context, or none"));
            case SIZE -> List.of(size());
            case PAGE_TYPE -> List.of(word("type", PageType.values(), "what the page is"));
            case SWAP_TYPE -> List.of(word("kind", SwapType.values(), "what the page is"));
            case IMI -> List.of(
                    Parameter.flag("imi", "an initial migration image").usually(false));
            case PERMISSIONS -> permissions();
            case SNP_POLICY -> policy();
            default -> throw new IllegalStateException("no argument " + argument);
        };
    }

    /** Writes {@code argument} into the command buffer. */
    static void write(Argument argument, Arguments given, SnpArguments buffer) {
        switch (argument) {
            case GCTX -> buffer.gctx.become(given.number("gctx"));
            case MDATA -> buffer.mdata.become(numberOrNone(given, "mdata"));
            case AGENT -> buffer.agent.become(numberOrNone(given, "agent"));
            case SIZE -> buffer.large.become(isLarge(given));
            case PAGE_TYPE -> buffer.type.become(PageType.valueOf(given.word("type")));
            case SWAP_TYPE -> buffer.swap.become(SwapType.valueOf(given.word("kind")));
            case IMI -> buffer.imi.become(given.flag("imi"));
            case PERMISSIONS -> buffer.permissions.become(permissions(given));
            case SNP_POLICY -> {
                for (SnpPolicy bit : SnpPolicy.values()) {
                    if (given.flag(name(bit))) {
                        buffer.policy.add(bit.ordinal());
                    }
                }
            }
            default -> throw new IllegalStateException("no argument " + argument);
        }
    }

    /** A page of the machine. */
    static Parameter page(String name, FirmwareBounds bounds, String meaning) {
        return Parameter.number(name, 0, Math.max(0, bounds.pages() - 1),
                meaning + ", of pages=" + bounds.pages())
                .boundedBy(MachineParameters.pagesOf(bounds));
    }

    static Parameter pageOrNone(String name, FirmwareBounds bounds, String meaning) {
        List<String> words = new ArrayList<>(List.of(NONE));
        for (int page = 0; page < bounds.pages(); page++) {
            words.add(Integer.toString(page));
        }
        return Parameter.word(name, words, meaning).usually(NONE)
                .boundedBy(MachineParameters.pagesOf(bounds));
    }

    /** One more than the page, 0 for none. */
    static int numberOrNone(Arguments given, String name) {
        return given.word(name).equals(NONE) ? 0 : given.number(name) + 1;
    }

    /** The page size. */
    static Parameter size() {
        return Parameter.word("size", List.of(SMALL, LARGE), "the page size").usually(SMALL);
    }

    /** Whether it is a large page. */
    static boolean isLarge(Arguments given) {
        return given.word("size").equals(LARGE);
    }

    /** One of an enumeration's names; usually the first. */
    static Parameter word(String name, Enum<?>[] values, String meaning) {
        List<String> words = new ArrayList<>();
        for (Enum<?> value : values) {
            words.add(value.name());
        }
        return Parameter.word(name, words, meaning).usually(words.get(0));
    }

    private static List<Parameter> permissions() {
        List<Parameter> vmpls = new ArrayList<>();
        for (int vmpl = 1; vmpl <= OTHER_VMPLS; vmpl++) {
            vmpls.add(Parameter.number("vmpl" + vmpl, 0, ALL, "what VMPL" + vmpl
                    + " may do: 1 read, 2 write, 4 and 8 execute as user and supervisor")
                    .usually(0));
        }
        return vmpls;
    }

    private static long permissions(Arguments given) {
        long permissions = 0;
        for (int vmpl = 1; vmpl <= OTHER_VMPLS; vmpl++) {
            permissions |= (long) given.number("vmpl" + vmpl) << VMPL_BITS * (vmpl - 1);
        }
        return permissions;
    }

    private static List<Parameter> policy() {
        List<Parameter> flags = new ArrayList<>();
        for (SnpPolicy bit : SnpPolicy.values()) {
            boolean usual = bit == SnpPolicy.SMT || bit == SnpPolicy.MUST_BE_ONE;
            flags.add(Parameter.flag(name(bit), "policy bit " + bit).usually(usual));
        }
        return flags;
    }

    private static String name(SnpPolicy bit) {
        return bit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
