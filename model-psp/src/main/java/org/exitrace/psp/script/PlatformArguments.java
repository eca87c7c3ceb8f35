package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.command.Argument;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Option;
import org.exitrace.psp.firmware.Versions;

/** Arguments of platform commands. */
final class PlatformArguments {

    private static final String NONE = "none";
    private static final String OUTSIDE = "outside";

    private PlatformArguments() {
    }

    static List<Parameter> of(Argument argument, FirmwareBounds bounds) {
        return switch (argument) {
            case ES -> List.of(off("es", "encrypted state is wanted"),
                    area("tmr", "the memory for encrypted state", bounds),
                    Parameter.number("tmr-size", 1, 2, "how large that is, in MiB").usually(1));
            case KEY_MEMORY -> List.of(areaOrNone("nv", "the memory for keys", bounds));
            case RMP -> List.of(
                    Parameter.flag("init-rmp", "the reverse map table is filled").usually(true),
                    areaOrNone("ranges", "memory that stays the host's for ever", bounds));
            case SHUTDOWN_PARTS -> List.of(off("iommu", "the IOMMU is shut down too"),
                    off("x86", "the x86 side is shut down too"));
            case IMAGE -> List.of(Parameter.number("version", 1, Versions.NEWEST,
                    "the version of the image").usually(1));
            case TCB -> List.of(Parameter.number("tcb", 0, Versions.NEWEST,
                    "the TCB version; 0 for none"));
            case MASKS -> List.of(off("mask-chip-id", "reports do not show the chip's id"),
                    off("mask-chip-key", "reports are not signed with the chip's key"));
            default -> throw new IllegalStateException("no argument " + argument);
        };
    }

    static void write(Argument argument, Arguments given, CommandCells buffer) {
        switch (argument) {
            case ES -> {
                if (given.flag("es")) {
                    buffer.askForEncryptedState(
                            area(given.word("tmr")), given.number("tmr-size"));
                }
            }
            case KEY_MEMORY -> buffer.area.become(area(given.word("nv")));
            case RMP -> {
                option("init-rmp", Option.INIT_RMP, given, buffer);
                buffer.area.become(area(given.word("ranges")));
            }
            case SHUTDOWN_PARTS -> {
                option("iommu", Option.IOMMU_SHUTDOWN, given, buffer);
                option("x86", Option.X86_SHUTDOWN, given, buffer);
            }
            case IMAGE -> buffer.version.become(given.number("version"));
            case TCB -> buffer.version.become(given.number("tcb"));
            case MASKS -> {
                option("mask-chip-id", Option.MASK_CHIP_ID, given, buffer);
                option("mask-chip-key", Option.MASK_CHIP_KEY, given, buffer);
            }
            default -> throw new IllegalStateException("no argument " + argument);
        }
    }

    private static Parameter off(String name, String meaning) {
        return Parameter.flag(name, meaning).usually(false);
    }

    private static Parameter area(String name, String meaning, FirmwareBounds bounds) {
        return Parameter.word(name, areas(bounds), meaning + ": a page, or memory that the"
                + " reverse map table does not cover").usually(OUTSIDE)
                .boundedBy(MachineParameters.pagesOf(bounds));
    }

    private static Parameter areaOrNone(String name, String meaning, FirmwareBounds bounds) {
        List<String> words = new ArrayList<>(List.of(NONE));
        words.addAll(areas(bounds));
        return Parameter.word(name, words, meaning).usually(NONE)
                .boundedBy(MachineParameters.pagesOf(bounds));
    }

    private static List<String> areas(FirmwareBounds bounds) {
        List<String> words = new ArrayList<>(List.of(OUTSIDE));
        for (int page = 0; page < bounds.pages(); page++) {
            words.add(Integer.toString(page));
        }
        return words;
    }

    private static int area(String word) {
        return switch (word) {
            case NONE -> CommandCells.NO_AREA;
            case OUTSIDE -> CommandCells.OUTSIDE;
            default -> CommandCells.FIRST_PAGE + Integer.parseInt(word);
        };
    }

    private static void option(
            String name, Option option, Arguments given, CommandCells buffer) {
        if (given.flag(name)) {
            buffer.options.add(option.ordinal());
        }
    }
}
