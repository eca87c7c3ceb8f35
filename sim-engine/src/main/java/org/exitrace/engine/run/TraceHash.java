package org.exitrace.engine.run;

import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.engine.step.Step;

/** The rolling hash of a run: full names and fingerprints in order, the same on every JVM. */
final class TraceHash {

    private final long[] names;
    private final long[] words = new long[3];

    TraceHash(Model model) {
        List<Step> steps = model.steps();
        names = new long[steps.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Fingerprint.ofText(steps.get(i).fullName());
        }
        words[0] = model.fingerprint();
    }

    void add(Step step, long fingerprint) {
        words[1] = names[step.index()];
        words[2] = fingerprint;
        words[0] = Fingerprint.of(words, 0, words.length);
    }

    long value() {
        return words[0];
    }
}
