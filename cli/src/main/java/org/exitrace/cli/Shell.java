package org.exitrace.cli;

/** Words as a shell reads them. */
final class Shell {

    private Shell() {
    }

    /** {@code word}, in quotes where a shell would take it apart. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9@%+=:,./_-]+") ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
