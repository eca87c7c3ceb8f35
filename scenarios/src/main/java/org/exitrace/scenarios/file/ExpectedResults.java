package org.exitrace.scenarios.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.script.Arguments;
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
        items(expect).forEach(item -> add(item, words));
        return words;
    }

    /** Those of {@code words} that it can give with {@code arguments}; others are told. */
    List<String> with(Arguments arguments, List<String> words, Node expect) {
        List<String> possible = operation.results(arguments);
        for (Node item : items(expect)) {
            String word = word(item);
            if (words.contains(word) && !possible.contains(word)) {
                problems.add(item.place(), "operation '" + operation.name() + "' never gives '"
                        + word + "' with " + arguments + "; "
                        + DidYouMean.remedy(word, possible));
            }
        }
        return words.stream().filter(possible::contains).toList();
    }

    private static List<Node> items(Node expect) {
        return expect instanceof Node.Sequence ? Reading.items(expect)
                : expect == null ? List.of() : List.of(expect);
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
