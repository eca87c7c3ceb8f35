package org.exitrace.scenarios.tracepoint;

import java.util.List;
import java.util.regex.Pattern;

/** What must hold for a row of a table to print. */
sealed interface Condition {

    /** Whether it holds of what {@code teller} does now. */
    boolean holds(Teller teller, Moment now);

    /** Understands {@code text}, as the heads of the tables describe it. */
    static Condition of(String text) {
        String[] words = text.split(" ");
        if (words[0].equals("at")) {
            return new At(Pattern.compile(
                    Pattern.quote(text.substring(3)).replace("*", "\\E.*\\Q")));
        }
        return switch (words[1]) {
            case "rises" -> new Turns(words[0], "0", "1");
            case "falls" -> new Turns(words[0], "1", "0");
            case "was", "was-not" -> new Holds(Teller.BEFORE + words[0],
                    List.of(words[2].split("\\|")), words[1].equals("was"));
            case "is", "is-not" -> new Holds(words[0],
                    List.of(words[2].split("\\|")), words[1].equals("is"));
            default -> throw new IllegalStateException("no condition: '" + text + "'");
        };
    }

    /** The step has a name like that. */
    record At(Pattern name) implements Condition {
        @Override
        public boolean holds(Teller teller, Moment now) {
            return name.matcher(now.step().name()).matches();
        }
    }

    /** The step turns a flag. */
    record Turns(String flag, String from, String to) implements Condition {
        @Override
        public boolean holds(Teller teller, Moment now) {
            return from.equals(teller.value(Teller.BEFORE + flag, now))
                    && to.equals(teller.value(flag, now));
        }
    }

    /** Something is one of several, or {@code wanted} to be none of them. */
    record Holds(String name, List<String> values, boolean wanted) implements Condition {
        @Override
        public boolean holds(Teller teller, Moment now) {
            return values.contains(teller.value(name, now)) == wanted;
        }
    }
}
