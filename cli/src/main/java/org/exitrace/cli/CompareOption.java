package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.machine.MachineSpec;
import picocli.CommandLine.Option;

/** Which two designs are held against each other. */
final class CompareOption {

    @Option(names = "--compare", paramLabel = "SWITCH=A,B|D,E", order = 14,
            description = "Two designs, or the chosen one with two values of a switch: how much"
                    + " longer the second takes, run by run under the same chance.")
    private String written;

    @Option(names = "--precision", paramLabel = "P", order = 15, converter = Numbers.Part.class,
            description = "Tell how many runs it takes to know the difference to this part of the"
                    + " first design's mean; to 1%% unless told otherwise.")
    private Double precision;

    @Option(names = "--unpaired", order = 16,
            description = "The two meet different chance: the second draws other seeds.")
    private boolean unpaired;

    /**
     * One of the two.
     *
     * @param name what differs of it, in a word
     * @param chosen the scenario in this design
     */
    record Arm(String name, Chosen chosen) {

        /** The same on the machine of {@code first}, unless the kind refuses that. */
        Arm beside(Chosen first) {
            return new Arm(name, onMachineOf(first, chosen));
        }

        /** What was set aside of the design's own machine, so that it has another one's. */
        List<String> setAside() {
            List<String> lines = new ArrayList<>();
            chosen.scenario().design(name).ifPresent(own ->
                    own.machine().parameters().values().forEach((parameter, value) -> {
                        if (!value.equals(parameters(chosen).get(parameter))) {
                            lines.add(parameter + "=" + value);
                        }
                    }));
            return lines;
        }

        /** What its machine has otherwise than that of {@code first}, which the kind refuses. */
        List<String> kept(Chosen first) {
            List<String> lines = new ArrayList<>();
            parameters(chosen).forEach((parameter, value) -> {
                if (!value.equals(parameters(first).get(parameter))) {
                    lines.add(parameter + "=" + value);
                }
            });
            return lines;
        }

        private static Map<String, String> parameters(Chosen chosen) {
            return chosen.design().machine().parameters().values();
        }
    }

    boolean isGiven() {
        return written != null;
    }

    double precision() {
        return precision == null ? 0.01 : precision;
    }

    boolean isPaired() {
        return !unpaired;
    }

    /** Refuses what says something about a comparison where none is asked for. */
    void check() {
        if (written == null && (unpaired || precision != null)) {
            throw new UnusableInputException("'" + (unpaired ? "--unpaired" : "--precision")
                    + "' goes with --compare; say what is compared");
        }
    }

    /** What the second of the two draws from. */
    long secondSeed(long seed) {
        return unpaired ? RandomStream.named(seed, "the second of two designs").nextLong() : seed;
    }

    /** As words of a command. */
    List<String> words() {
        return Stream.of(List.of("--compare", Shell.quoted(written)),
                        precision == null ? List.<String>of()
                                : List.of("--precision", Numbers.Part.written(precision)),
                        unpaired ? List.of("--unpaired") : List.<String>of())
                .flatMap(List::stream).toList();
    }

    /** The two, the first first. */
    List<Arm> arms(ScenarioChoice choice, Chosen chosen) {
        int equals = written.indexOf('=');
        if (namesDesigns() && choice.namesDesign()) {
            throw new UnusableInputException("'--compare' names both designs; leave '--design' out"
                    + ", or compare two values of a switch");
        }
        String[] two = written.substring(equals + 1).split(",", -1);
        if (two.length != 2 || two[0].isEmpty() || two[1].isEmpty()) {
            throw new UnusableInputException("'--compare' is SWITCH=A,B or two designs D,E, not '"
                    + written + "'; ./exitrace show " + chosen.written() + " tells both");
        }
        if (two[0].equals(two[1])) {
            throw new UnusableInputException("'--compare' names '" + two[0]
                    + "' twice; a design differs from itself in nothing, name another");
        }
        List<Chosen> both = Stream.of(two).map(one -> equals < 0
                ? choice.in(chosen.scenario(), one)
                : ScenarioChoice.with(chosen, written.substring(0, equals), one)).toList();
        return List.of(new Arm(two[0], both.get(0)),
                new Arm(two[1], both.get(1)).beside(both.get(0)));
    }

    /** Whether designs are named, so that none is chosen. */
    boolean namesDesigns() {
        return written.indexOf('=') < 0;
    }

    /**
     * One on the first one's machine, unless its kind refuses that: what a larger machine
     * takes longer is no price of a design. What its scripts do stays, since it may be the design.
     */
    private static Chosen onMachineOf(Chosen first, Chosen second) {
        MachineSpec same = new MachineSpec(first.design().machine().parameters(),
                second.design().machine().scripts());
        Chosen beside = second.on(same);
        boolean refused = beside.switches().refuses(second.design().switches()).isPresent()
                || second.scenario().kind().refuses(same, beside.design().switches()).isPresent();
        return refused ? second : beside;
    }
}
