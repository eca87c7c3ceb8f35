package org.exitrace.scenarios.family;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.exitrace.engine.step.Step;

/**
 * Steps by their full names.
 *
 * @param written the names, each with its actor; {@code *} stands for any text
 */
public record StepNames(List<String> written) {

    /** No step at all. */
    public static final StepNames NONE = new StepNames(List.of());

    /** Copies the list. */
    public StepNames {
        written = List.copyOf(written);
    }

    /** Whether {@code step} is meant. */
    public boolean has(Step step) {
        return pattern().matcher(step.fullName()).matches();
    }

    /** All of {@code steps} that are meant, by their places in that list. */
    public boolean[] among(List<Step> steps) {
        Pattern pattern = pattern();
        boolean[] meant = new boolean[steps.size()];
        for (int i = 0; i < meant.length; i++) {
            meant[i] = pattern.matcher(steps.get(i).fullName()).matches();
        }
        return meant;
    }

    private Pattern pattern() {
        return Pattern.compile(written.stream().map(name -> Pattern.quote(name)
                .replace("*", "\\E.*\\Q")).collect(Collectors.joining("|")));
    }
}
