package org.exitrace.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaTidyTest {
    @Test
    void everyJavaFileKeepsTheLimits() {
        SourceTree tree = SourceTree.CHECKOUT;
        List<JavaText> files = tree.files(".java").map(file -> JavaText.of(tree, file)).toList();

        assertThat(files).as("Java files found").hasSizeGreaterThan(30);
        assertThat(Ratchet.ofTheHouse().judge(files)).isEmpty();
    }
}
