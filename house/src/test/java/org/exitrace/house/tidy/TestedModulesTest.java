package org.exitrace.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The coverage floor is not asked for where no test ran at all, so that is refused here. */
class TestedModulesTest {
    /** Only shrinks: delete a module as soon as it has its first test. */
    private static final Set<String> NOT_YET = Set.of();

    @Test
    void everyModuleWithCodeHasTests() {
        Set<String> untested = modulesWith("/src/main/java/");
        untested.removeAll(modulesWith("/src/test/java/"));

        assertThat(untested)
                .as("modules with code and without a test; NOT_YET names the tolerated ones")
                .isEqualTo(NOT_YET);
    }

    private static Set<String> modulesWith(String folder) {
        return SourceTree.CHECKOUT.files(".java")
                .filter(file -> !file.endsWith(Path.of("package-info.java")))
                .map(SourceTree.CHECKOUT::nameOf)
                .filter(name -> name.contains(folder) && !name.startsWith("benchmarks/"))
                .map(name -> name.substring(0, name.indexOf(folder)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
