package org.exitrace.kvm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rows of tables, a test for each ioctl or event: a mutant of a handler then meets the rows
 * that reach it, and not thousands of others.
 */
public final class RowsByCall {

    private RowsByCall() {
    }

    /** Each row gives what it says in each of its kernels. */
    public static Stream<DynamicTest> hold(KernelTables tables) {
        Map<String, List<KernelRow>> calls = tables.rows().stream().collect(Collectors.groupingBy(
                row -> row.id().substring(0, row.id().indexOf('/')),
                LinkedHashMap::new, Collectors.toList()));
        return calls.entrySet().stream().map(call -> DynamicTest.dynamicTest(call.getKey(),
                () -> assertThat(call.getValue().stream().map(tables::run)
                        .filter(result -> !result.passed())
                        .map(result -> result.row().place() + ": " + result.wrong())).isEmpty()));
    }
}
