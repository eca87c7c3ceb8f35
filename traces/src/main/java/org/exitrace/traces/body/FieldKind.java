package org.exitrace.traces.body;

/** What a field of a form holds. */
public enum FieldKind {
    /** A number without sign, in decimal digits. */
    UNSIGNED,
    /** A number with sign. */
    SIGNED,
    /** A number in hexadecimal digits. */
    HEXADECIMAL,
    /** Text up to what follows. */
    WORD,
    /** One of several texts. */
    CHOICE,
    /** 1 where a part that may be missing is there, else 0. */
    PRESENCE;

    boolean isNumber() {
        return this != WORD && this != CHOICE;
    }
}
