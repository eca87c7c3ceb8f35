package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void saysWhichVersionItIs() {
        assertThat(Version.text()).startsWith("exitrace ");
    }
}
