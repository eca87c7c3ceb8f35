package org.exitrace.traces.body;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One way in which a tracepoint's text is printed; kernels differ. */
public final class Form {

    private final String text;
    private final Piece[] pieces;
    private final List<Field> fields;
    /** Those that stand in a part that may be missing. */
    private final Field[] optional;
    private final int numbers;
    private final int words;
    private Tracepoint tracepoint;

    Form(String text) {
        FormText read = new FormText(text);
        this.text = text;
        this.pieces = read.pieces().toArray(Piece[]::new);
        this.fields = List.copyOf(read.fields());
        this.optional = fields.stream().filter(field -> !field.within().isEmpty())
                .toArray(Field[]::new);
        this.numbers = (int) fields.stream().filter(field -> field.kind().isNumber()).count();
        this.words = fields.size() - numbers;
    }

    void belongTo(Tracepoint owner) {
        tracepoint = owner;
    }

    /** Whose text it is. */
    public Tracepoint tracepoint() {
        return tracepoint;
    }

    /** All values in the text, in their order. */
    public List<Field> fields() {
        return fields;
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(find(name));
    }

    /** Begins a body of this form. */
    public Draft draft() {
        return new Draft(this);
    }

    Field find(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    long[] newNumbers() {
        return new long[numbers];
    }

    String[] newWords() {
        return new String[words];
    }

    /** Reads all that {@code scan} has left; null where this form does not fit it. */
    Body read(Scan scan) {
        for (Piece piece : pieces) {
            if (!piece.read(scan)) {
                return null;
            }
        }
        if (!scan.isAtEnd()) {
            return null;
        }
        long[] read = Arrays.copyOf(scan.numbers, numbers);
        String[] texts = Arrays.copyOf(scan.words, words);
        for (Field field : optional) {
            boolean isMissing = read[find(field.within()).slot()] == 0;
            if (isMissing && field.kind().isNumber()) {
                read[field.slot()] = 0;
            } else if (isMissing) {
                texts[field.slot()] = "";
            }
        }
        return new Body(this, read, texts);
    }

    void print(long[] values, String[] texts, StringBuilder out) {
        for (Piece piece : pieces) {
            piece.print(values, texts, out);
        }
    }

    /** As in the table. */
    @Override
    public String toString() {
        return text;
    }
}
