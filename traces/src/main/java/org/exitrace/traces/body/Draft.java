package org.exitrace.traces.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A body that is being filled in. What is not said is 0, the first choice, or missing. */
public final class Draft {

    private static final int HEX = 16;

    private final Form form;
    private final long[] numbers;
    private final String[] words;

    Draft(Form form) {
        this.form = form;
        this.numbers = form.newNumbers();
        this.words = form.newWords();
        for (Field field : form.fields()) {
            if (!field.kind().isNumber()) {
                words[field.slot()] =
                        field.kind() == FieldKind.CHOICE && field.within().isEmpty()
                        ? field.choices().get(0) : "";
            }
        }
    }

    /**
     * Says a number; a part that may be missing is there as soon as something in it is said.
     *
     * @throws IllegalArgumentException where the form has no such number
     */
    public Draft with(String name, long number) {
        Field field = form.find(name);
        if (field == null || !field.kind().isNumber()) {
            throw new IllegalArgumentException("'" + form + "' has no number '" + name + "'");
        }
        if (field.kind() == FieldKind.PRESENCE && number != 0 && number != 1) {
            throw new IllegalArgumentException("'" + name + "' is there, 1, or not, 0");
        }
        numbers[field.slot()] = number;
        return present(field);
    }

    /** What was said as number {@code name}; 0 where nothing was. */
    long number(String name) {
        return numbers[form.find(name).slot()];
    }

    /**
     * Says a text.
     *
     * @throws IllegalArgumentException where the form has no such text, or does not let it be that
     */
    public Draft with(String name, String text) {
        Field field = form.find(name);
        if (field == null || field.kind().isNumber()) {
            throw new IllegalArgumentException("'" + form + "' has no text '" + name + "'");
        }
        if (field.kind() == FieldKind.CHOICE && !field.choices().contains(text)) {
            throw new IllegalArgumentException("'" + name + "' is one of "
                    + String.join(", ", field.choices()) + ", not '" + text + "'");
        }
        words[field.slot()] = text;
        return present(field);
    }

    /**
     * Says {@code written}: a number, decimal or behind 0x, where the field of that name holds one,
     * else a text.
     *
     * @throws IllegalArgumentException where the form has no such field, or does not let it be that
     */
    public Draft saying(String name, String written) {
        Field field = form.find(name);
        return field != null && field.kind().isNumber()
                ? with(name, written.startsWith("0x")
                        ? Long.parseUnsignedLong(written.substring(2), HEX)
                        : Long.parseLong(written))
                : with(name, written);
    }

    /**
     * The body.
     *
     * @throws IllegalArgumentException where a text is empty, or would be read as something else
     */
    public Body body() {
        Body made = new Body(form, Arrays.copyOf(numbers, numbers.length),
                Arrays.copyOf(words, words.length));
        byte[] text = made.toString().getBytes(StandardCharsets.ISO_8859_1);
        Body read = form.read(new Scan().on(text, 0, text.length));
        if (!made.equals(read)) {
            throw new IllegalArgumentException("'" + made + "' would not be read as it was meant,"
                    + " as '" + form + "'; no text may be empty or hold what follows it");
        }
        return made;
    }

    private Draft present(Field field) {
        if (!field.within().isEmpty()) {
            numbers[form.find(field.within()).slot()] = 1;
        }
        return this;
    }
}
