package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A command line in a page of documentation, with the output that the page shows.
 *
 * @param page the page's path from the checkout
 * @param line where the command stands, from 1
 * @param words what is typed behind {@code ./exitrace}
 * @param shown the lines of output as the page shows them
 * @param isSlow whether the page says that it is compared on request only
 */
record ShownCommand(
        String page, int line, List<String> words, List<String> shown, boolean isSlow) {

    private static final String PROMPT = "$ ./exitrace ";
    private static final String SLOW = "<!-- slow: compared only with -Dexitrace.slow=true -->";

    /** The commands of a page: fenced blocks whose first line is a prompt and a command. */
    static List<ShownCommand> in(String page, String text) {
        List<ShownCommand> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).equals("```") && lines.get(i).startsWith(PROMPT)) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                List<String> words = Arrays.asList(
                        lines.get(i).substring(PROMPT.length()).split(" "));
                boolean isSlow = i > 1 && lines.get(i - 2).equals(SLOW);
                found.add(new ShownCommand(
                        page, i + 1, words, lines.subList(i + 1, end), isSlow));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return page + ":" + line + ": " + PROMPT + String.join(" ", words);
    }
}
