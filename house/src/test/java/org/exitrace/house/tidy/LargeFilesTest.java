package org.exitrace.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeFilesTest {
    private static final long LARGEST_BYTES = 1 << 20;

    @Test
    void noFileIsLargerThanOneMebibyte() {
        SourceTree tree = SourceTree.CHECKOUT;
        assertThat(tree.files("").filter(file -> file.toFile().length() > LARGEST_BYTES))
                .as("history keeps every large file for ever: generate it in a build, or keep"
                        + " the shortest excerpt that shows the point")
                .isEmpty();
    }
}
