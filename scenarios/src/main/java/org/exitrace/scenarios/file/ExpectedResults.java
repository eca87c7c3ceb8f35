package org.exitrace.scenarios.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.script.Operation;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;

/** Reads which results of an operation are right: a word, a list, or {@code {exit: WORD}}. */
final class ExpectedResults {

    private final Operation<?> operation;
    private final Problems problems;

    ExpectedResults(Operation<?> operation, Problems problems) {
        this.operation = operation;
        this.problems = problems;
    }

    /** The words that are right; those that the operation never gives are told and left out. */
    List<String> read(Node expect) {
        List<String> words = new ArrayList<>();
        if (expect instanceof Node.Sequence) {
            Reading.items(expect).forEach(item -> add(item, words));
        } else if (expect != null) {
            add(expect, words);
        }
        return words;
    }

    private void add(Node node, List<String> words) {
        String word = word(node);
        if (word.isEmpty()) {
            return;
        }
        if (operation.results().contains(word)) {
            words.add(word);
        } else {
            problems.add(node.place(), "operation '" + operation.name() + "' never gives '" + word
                    + "'; " + DidYouMean.remedy(word, operation.results()));
        }
    }

    /** {@code {exit: HLT}} stands for the result word {@code exit HLT}. */
    private static String word(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map.Entry<String, Node.Entry> only =
                    mapping.entries().entrySet().stream().findFirst().orElse(null);
            return only == null ? ""
                    : only.getKey() + " " + Reading.text(only.getValue().value());
        }
        return Reading.text(node);
    }
}
