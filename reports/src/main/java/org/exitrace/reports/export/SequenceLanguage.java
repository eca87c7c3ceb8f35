package org.exitrace.reports.export;

/** How a language of sequence diagrams writes lanes, arrows and notes; each ends its line. */
enum SequenceLanguage {
    /** Mermaid, which GitHub and many generators of pages draw. */
    MERMAID("sequenceDiagram\n", "", "    ", "<br/>") {
        @Override
        String participant(String lane, String name) {
            return line("participant " + lane + " as " + name);
        }

        @Override
        String note(String lanes, String text) {
            return line("Note over " + lanes + ": " + text);
        }

        /** A semicolon ends a line, # begins a character by number, and &lt; a tag. */
        @Override
        String plain(String text) {
            return text.replace("#", "#35;").replaceAll("(?<!#35);", "#59;")
                    .replace("<", "#lt;");
        }
    },
    /** PlantUML, which draws in editors, wikis and its own server. */
    PLANT_UML("@startuml\n", "@enduml\n", "", "\\n") {
        @Override
        String participant(String lane, String name) {
            return line("participant \"" + name + "\" as " + lane);
        }

        @Override
        String note(String lanes, String text) {
            return line("note over " + lanes + " : " + text);
        }

        /** Any sign that begins markup, an entity or a function of the preprocessor, by number. */
        @Override
        String plain(String text) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean doubled = i > 0 && c == text.charAt(i - 1);
                boolean markup = MARKUP.indexOf(c) >= 0
                        || doubled && MARKUP_DOUBLED.indexOf(c) >= 0;
                plain.append(markup ? String.format("<U+%04X>", (int) c) : Character.toString(c));
            }
            return plain.toString();
        }
    };

    private static final String MARKUP = "<>~\\\"[]|%$&'@!#";
    private static final String MARKUP_DOUBLED = "*/_-^=.:";

    private final String begin;
    private final String end;
    private final String indent;
    private final String lineBreak;

    SequenceLanguage(String begin, String end, String indent, String lineBreak) {
        this.begin = begin;
        this.end = end;
        this.indent = indent;
        this.lineBreak = lineBreak;
    }

    String begin() {
        return begin;
    }

    String end() {
        return end;
    }

    /** What parts lines of one text. */
    String lineBreak() {
        return lineBreak;
    }

    /** A lane, called {@code name} where it is drawn. */
    abstract String participant(String lane, String name);

    /** A note over one lane, or over all from one to another. */
    abstract String note(String lanes, String text);

    /** {@code text}, which is ASCII, so that it means itself. */
    abstract String plain(String text);

    /** An arrow from one lane to another. */
    String arrow(String from, String to, String text) {
        return line(from + "->>" + to + ": " + text);
    }

    String line(String text) {
        return indent + text + "\n";
    }
}
