package org.exitrace.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The values are pinned: files hold them, and each JVM has to agree. */
class FingerprintTest {

    @Test
    void theValuesAreTheSameForEver() {
        long[] words = {0, 1, -1, 0x0123456789ABCDEFL};
        assertThat(Fingerprint.render(Fingerprint.of(words, 0, 4))).isEqualTo("420bb163bbe133f0");
        assertThat(Fingerprint.render(Fingerprint.high(words, 0, 4))).isEqualTo("fcb886869f8d7fcf");
        assertThat(Fingerprint.render(Fingerprint.of(words, 1, 2))).isEqualTo("30e244718399abee");
        assertThat(Fingerprint.render(Fingerprint.of(words, 0, 0))).isEqualTo("ec960fe3e61c9ce3");
        assertThat(Fingerprint.render(Fingerprint.ofText("ap1 parks")))
                .isEqualTo("4732d49bdab40de0");
        assertThat(Fingerprint.render(Fingerprint.ofText(""))).isEqualTo("0f56a570d15dd29e");
    }

    @Test
    void aFrameHasTheFingerprintOfItsWords() {
        LayoutBuilder open = new LayoutBuilder();
        WordCell word = open.region("r").word("w");
        open.close();
        word.become(42);
        assertThat(Fingerprint.of(open.frame(), 1)).isEqualTo(Fingerprint.of(new long[]{42}, 0, 1));
        assertThat(Fingerprint.high(open.frame(), 1))
                .isEqualTo(Fingerprint.high(new long[]{42}, 0, 1));
    }

    @Test
    void itIsRenderedAsSixteenDigits() {
        assertThat(Fingerprint.render(0xAB)).isEqualTo("00000000000000ab");
    }

    @Property(tries = 300)
    void eachBitCounts(
            @ForAll @Size(min = 1, max = 6) long[] words, @ForAll @IntRange(max = 383) int bit) {
        int at = bit % (words.length * Long.SIZE);
        long[] other = words.clone();
        other[at / Long.SIZE] ^= 1L << at;
        assertThat(Fingerprint.of(other, 0, words.length))
                .isNotEqualTo(Fingerprint.of(words, 0, words.length));
        assertThat(Fingerprint.high(other, 0, words.length))
                .isNotEqualTo(Fingerprint.high(words, 0, words.length));
    }
}
