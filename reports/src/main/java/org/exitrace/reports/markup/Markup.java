package org.exitrace.reports.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.exitrace.reports.json.Json;

/**
 * Writes elements so that no text can become markup: each kind of content has a method of its own,
 * which escapes for the place where it stands. The result is well-formed as XML and means the same
 * to an HTML parser.
 */
public final class Markup {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts an element; {@code attributes} are names and values in turn. */
    public Markup open(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was started last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Starts an element, writes {@code content} and ends it. */
    public Markup in(String element, Consumer<Markup> content, String... attributes) {
        open(element, attributes);
        content.accept(this);
        return close();
    }

    /** An element that holds nothing but {@code text}. */
    public Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that never has content, such as {@code meta} or {@code rect}. */
    public Markup empty(String element, String... attributes) {
        tag(element, attributes);
        out.append(" />");
        return this;
    }

    /** Text between elements. */
    public Markup text(String text) {
        escape(text, false);
        return this;
    }

    /** A link within the page to {@code anchor}. */
    public Markup link(String anchor, String text) {
        return element("a", text, "href", "#" + anchor);
    }

    /** Data for the page's script, under {@code id}. */
    public Markup data(String id, Json json) {
        tag("script", "type", "application/json", "id", id);
        out.append('>').append(json).append("</script>");
        return this;
    }

    /** The page's own script or style, which comes with the program; never text from elsewhere. */
    public Markup own(String element, String code) {
        if (code.contains("]]>") || code.contains("</")) {
            throw new IllegalArgumentException("own code must not end its element");
        }
        tag(element);
        out.append(">/*<![CDATA[*/\n").append(code).append("/*]]>*/</").append(element).append('>');
        return this;
    }

    /** A line feed, for people who read the source. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("element '" + open.peek() + "' is not closed");
        }
        return out.toString();
    }

    private void tag(String element, String... attributes) {
        out.append('<').append(name(element));
        for (int i = 0; i < attributes.length; i += 2) {
            String attribute = name(attributes[i]);
            if (attribute.startsWith("on") || attribute.equals("style")) {
                throw new IllegalArgumentException("no code in attributes: " + attribute);
            }
            if (attribute.equals("href") && !attributes[i + 1].startsWith("#")) {
                throw new IllegalArgumentException("links stay within the page");
            }
            out.append(' ').append(attribute).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name: '" + name + "'");
        }
        return name;
    }

    private void escape(String text, boolean inAttribute) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(inAttribute ? "&#" + c + ";" : Character.toString(c));
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    /** What XML 1.0 allows in a document, control characters of HTML excluded. */
    private static boolean isAllowed(int c) {
        return c >= 0x20 && c < 0x7F || c >= 0xA0 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
