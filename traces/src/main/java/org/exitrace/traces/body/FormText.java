package org.exitrace.traces.body;

import java.util.ArrayList;
import java.util.List;

/** Makes pieces of a line in the table of tracepoints; the table's head tells the language. */
final class FormText {

    private static final byte[] NOTHING = {};

    private final String text;
    private final List<Field> fields = new ArrayList<>();
    private int at;
    private int numbers;
    private int words;

    FormText(String text) {
        this.text = text;
    }

    List<Piece> pieces() {
        return pieces("");
    }

    List<Field> fields() {
        return fields;
    }

    private List<Piece> pieces(String within) {
        List<Piece> pieces = new ArrayList<>();
        while (at < text.length() && !text.startsWith("%/", at)) {
            if (text.charAt(at) != '%') {
                int end = text.indexOf('%', at);
                String literal = text.substring(at, end < 0 ? text.length() : end);
                pieces.add(new Piece.Literal(literal));
                at += literal.length();
            } else {
                pieces.add(field(within));
            }
        }
        return pieces;
    }

    private Piece field(String within) {
        int open = text.indexOf('<', at);
        int close = text.indexOf('>', open);
        String conversion = text.substring(at + 1, open);
        String inside = text.substring(open + 1, close);
        at = close + 1;
        char kind = conversion.charAt(conversion.length() - 1);
        return switch (kind) {
            case 'u', 'd', 'x' -> {
                int width = conversion.length() == 1 ? 0
                        : Integer.parseInt(conversion.substring(0, conversion.length() - 1));
                int slot = add(inside, kindOf(kind), width, List.of(), within);
                yield new Piece.Number(kind, width, slot);
            }
            case 's', '*' -> word(inside, within);
            case '?' -> {
                int slot = add(inside, FieldKind.PRESENCE, 0, List.of(), within);
                List<Piece> pieces = pieces(inside);
                at += "%/".length();
                yield new Piece.Optional(slot, pieces);
            }
            default -> throw new IllegalArgumentException("no conversion %" + conversion);
        };
    }

    private Piece word(String inside, String within) {
        int equals = inside.indexOf('=');
        if (equals >= 0) {
            List<String> choices = List.of(inside.substring(equals + 1).split(","));
            return new Piece.Choice(
                    add(inside.substring(0, equals), FieldKind.CHOICE, 0, choices, within),
                    choices);
        }
        int next = text.indexOf('%', at);
        String follows = text.substring(at, next < 0 ? text.length() : next);
        return new Piece.Word(add(inside, FieldKind.WORD, 0, List.of(), within),
                follows.isEmpty() ? NOTHING : new Piece.Literal(follows).bytes);
    }

    private int add(
            String name, FieldKind kind, int width, List<String> choices, String within) {
        if (fields.stream().anyMatch(field -> field.name().equals(name))) {
            throw new IllegalArgumentException("field '" + name + "' stands twice in: " + text);
        }
        int slot = kind.isNumber() ? numbers++ : words++;
        fields.add(new Field(name, kind, width, choices, within, slot));
        return slot;
    }

    private static FieldKind kindOf(char conversion) {
        return switch (conversion) {
            case 'u' -> FieldKind.UNSIGNED;
            case 'd' -> FieldKind.SIGNED;
            default -> FieldKind.HEXADECIMAL;
        };
    }
}
