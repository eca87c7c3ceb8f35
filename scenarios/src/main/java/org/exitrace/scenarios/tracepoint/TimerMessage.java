package org.exitrace.scenarios.tracepoint;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.state.Cell;

/**
 * The message of a synthetic timer that a step sends: to which SINT of which VTL, and of which
 * timer. Steps of a VTL's timers have one name; which of them it is shows in what changes.
 */
final class TimerMessage {

    private static final Pattern TO_VTL = Pattern.compile(".* to vtl(\\d)");

    private final Function<String, Optional<Cell>> cells;
    private final String synic;
    private final Moment now;

    /**
     * What the step of {@code now} sends.
     *
     * @param cells finds cells by name
     * @param vp region of the virtual processor
     * @param own the VTL that is told, unless the step names one
     */
    TimerMessage(Function<String, Optional<Cell>> cells, String vp, String own, Moment now) {
        Matcher named = TO_VTL.matcher(now.step().name());
        this.cells = cells;
        this.synic = vp + ".vtl[" + (named.matches() ? named.group(1) : own) + "].synic";
        this.now = now;
    }

    /** What a table calls {@code timer}, {@code sint}, {@code sint.vector}, {@code sint.slot}. */
    String value(String name) {
        return switch (name) {
            case "timer" -> timer();
            case "sint" -> sint();
            case "sint.vector" -> vector();
            default -> rendered(slot("message"));
        };
    }

    /** The number of the timer that the step concerns; 0 where it concerns none. */
    private String timer() {
        for (int timer = 1; cells.apply(expired(timer)).isPresent(); timer++) {
            Cell cell = cells.apply(expired(timer)).orElseThrow();
            if (!cell.renderIn(now.before()).equals(cell.renderIn(now.after()))) {
                return Integer.toString(timer);
            }
        }
        return "0";
    }

    private String expired(int timer) {
        return synic + (timer == 0 ? "" : ".timer[" + timer + "]") + ".expired";
    }

    /** The SINT; "none" where the step sends nothing. */
    private String sint() {
        return rendered(expired(Integer.parseInt(timer())));
    }

    /** Its vector, each in a priority class of its own; "none" where the SINT is masked. */
    private String vector() {
        String vector = rendered(slot("vector"));
        return vector.matches("[1-9]\\d*") ? Integer.toString(
                Vectors.told(Integer.parseInt(vector) - 1)) : "none";
    }

    private String slot(String part) {
        return synic + ".sint[" + sint() + "]." + part;
    }

    private String rendered(String name) {
        return cells.apply(name).map(cell -> cell.renderIn(now.before())).orElse("none");
    }
}
