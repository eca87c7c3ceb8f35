package org.exitrace.traces.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EachFormTest {

    private static final List<String> WORDS =
            List.of("x", "EPT_VIOLATION", "APIC_ICR", "KVM_EXIT_IO", "0f 01 d9", "0x8a", "#GP");
    private static final long[] ENDS = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0xffffffffL};

    @Property(tries = 5000)
    void printsWhatItReads(@ForAll long seed) {
        Body body = body(seed);
        byte[] text = body.toString().getBytes(StandardCharsets.ISO_8859_1);

        assertThat(body.form().read(new Scan().on(text, 0, text.length))).isEqualTo(body);
    }

    /** Where two forms fit one text, it is printed again as it stood all the same. */
    @Property(tries = 5000)
    void ofItsTracepointKeepsTheText(@ForAll long seed) {
        Body body = body(seed);
        byte[] text = body.toString().getBytes(StandardCharsets.ISO_8859_1);

        Body read = body.tracepoint().read(new Scan().on(text, 0, text.length));

        assertThat(read).hasToString(body.toString());
    }

    @Property(tries = 5000)
    void refusesTextThatIsCutOff(@ForAll long seed, @ForAll int cut) {
        Body body = body(seed);
        byte[] text = body.toString().getBytes(StandardCharsets.ISO_8859_1);
        int end = Math.floorMod(cut, text.length);

        Body read = body.tracepoint().read(new Scan().on(text, 0, end));

        if (read != null) {
            assertThat(read).hasToString(new String(text, 0, end, StandardCharsets.ISO_8859_1));
        }
    }

    /** A body of any form, with values at the ends of their ranges more often than between. */
    private static Body body(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Form> forms = Tracepoints.all().stream()
                .flatMap(each -> each.forms().stream()).toList();
        Form form = forms.get(random.nextInt(forms.size()));
        Draft draft = form.draft();
        for (Field field : form.fields()) {
            boolean isLeft = !field.within().isEmpty() && draft.number(field.within()) == 0;
            if (!isLeft) {
                say(draft, field, random);
            }
        }
        return draft.body();
    }

    private static void say(Draft draft, Field field, SplittableRandom random) {
        switch (field.kind()) {
            case PRESENCE -> draft.with(field.name(), random.nextInt(2));
            case CHOICE -> draft.with(field.name(),
                    field.choices().get(random.nextInt(field.choices().size())));
            case WORD -> draft.with(field.name(), WORDS.get(random.nextInt(WORDS.size())));
            default -> draft.with(field.name(), switch (random.nextInt(4)) {
                case 0 -> ENDS[random.nextInt(ENDS.length)];
                case 1 -> random.nextInt(16);
                default -> random.nextLong() >>> random.nextInt(64);
            });
        }
    }
}
