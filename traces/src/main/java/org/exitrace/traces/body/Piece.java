package org.exitrace.traces.body;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A part of a form: text that always stands there, a field, or a part that may be missing. */
abstract sealed class Piece {

    /** Reads itself at the place of {@code scan}; the place is of no use where it cannot. */
    abstract boolean read(Scan scan);

    abstract void print(long[] numbers, String[] words, StringBuilder out);

    /** Text that always stands there. */
    static final class Literal extends Piece {
        final byte[] bytes;
        private final String text;

        Literal(String text) {
            this.text = text;
            this.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        boolean read(Scan scan) {
            return scan.literal(bytes);
        }

        @Override
        void print(long[] numbers, String[] words, StringBuilder out) {
            out.append(text);
        }
    }

    /** A number, in the manner of printf. */
    static final class Number extends Piece {
        private final char conversion;
        private final int width;
        private final int slot;

        Number(char conversion, int width, int slot) {
            this.conversion = conversion;
            this.width = width;
            this.slot = slot;
        }

        @Override
        boolean read(Scan scan) {
            boolean isRead = switch (conversion) {
                case 'u' -> scan.unsigned();
                case 'd' -> scan.signed();
                default -> scan.hexadecimal(width);
            };
            scan.numbers[slot] = scan.value();
            return isRead;
        }

        @Override
        void print(long[] numbers, String[] words, StringBuilder out) {
            long number = numbers[slot];
            switch (conversion) {
                case 'u' -> out.append(Long.toUnsignedString(number));
                case 'd' -> out.append(number);
                default -> {
                    String digits = Long.toHexString(number);
                    out.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
                }
            }
        }
    }

    /** Text of any kind, up to what follows. */
    static final class Word extends Piece {
        private final int slot;
        private final byte[] follows;

        Word(int slot, byte[] follows) {
            this.slot = slot;
            this.follows = follows;
        }

        @Override
        boolean read(Scan scan) {
            scan.words[slot] = scan.word(follows);
            return scan.words[slot] != null;
        }

        @Override
        void print(long[] numbers, String[] words, StringBuilder out) {
            out.append(words[slot]);
        }
    }

    /** One of several texts. */
    static final class Choice extends Piece {
        private final int slot;
        private final List<String> texts;
        private final byte[][] choices;

        Choice(int slot, List<String> texts) {
            this.slot = slot;
            this.texts = List.copyOf(texts);
            this.choices = texts.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                    .toArray(byte[][]::new);
        }

        @Override
        boolean read(Scan scan) {
            for (int i = 0; i < choices.length; i++) {
                if (scan.literal(choices[i])) {
                    scan.words[slot] = texts.get(i);
                    return true;
                }
            }
            return false;
        }

        @Override
        void print(long[] numbers, String[] words, StringBuilder out) {
            out.append(words[slot]);
        }
    }

    /** A part that may be missing. */
    static final class Optional extends Piece {
        private final int slot;
        private final List<Piece> pieces;

        Optional(int slot, List<Piece> pieces) {
            this.slot = slot;
            this.pieces = List.copyOf(pieces);
        }

        @Override
        boolean read(Scan scan) {
            int start = scan.place();
            boolean isThere = true;
            for (int i = 0; isThere && i < pieces.size(); i++) {
                isThere = pieces.get(i).read(scan);
            }
            scan.numbers[slot] = isThere ? 1 : 0;
            if (!isThere) {
                scan.backTo(start);
            }
            return true;
        }

        @Override
        void print(long[] numbers, String[] words, StringBuilder out) {
            if (numbers[slot] != 0) {
                pieces.forEach(piece -> piece.print(numbers, words, out));
            }
        }
    }
}
