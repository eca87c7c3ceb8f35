package org.exitrace.kvm.migration;

import static org.exitrace.kvm.migration.MigrationShape.ready;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever keeps the types and whoever sends: R1 to R3 are needed, and together they suffice. */
class RulesTest {

    private static final List<List<String>> KEEPERS = List.of(
            List.of("page-status=user-space"),
            List.of("page-status=user-space", "conversion-notice=sends-again"),
            List.of("page-status=user-space", "migration-msr=forced-exit"),
            List.of("page-status=kvm-list", "migration-msr=checked"),
            List.of("page-status=kvm-list", "migration-msr=draft-cpuid"),
            List.of("page-status=kvm-bitmap", "migration-msr=checked"));
    private static final List<String> SENDERS =
            List.of("page-transport=psp", "page-transport=mirror-handler");

    @TestFactory
    List<DynamicTest> aGuestThatKeepsTheRulesArrives() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String[] design : designs()) {
            for (int rounds = 0; rounds <= 2; rounds++) {
                MigrationShape shape = ready(1, 2, rounds);
                tests.add(DynamicTest.dynamicTest(String.join(", ", design) + ", " + rounds,
                        () -> Guests.of(shape).with(design).vcpu("work times=2").vcpu("work")
                                .vmm("migrate -> MIGRATED").isVerified()));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> withoutOneOfThemItDoesNot() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String[] design : designs()) {
            for (String rule : List.of("conversion-order=write-first", "after-flip=expect-old")) {
                tests.add(DynamicTest.dynamicTest(String.join(", ", design) + ", " + rule,
                        () -> Guests.of(ready(1, 1, 1)).with(design).with(rule)
                                .vcpu("convert to=shared", "convert-and-back to=private")
                                .vmm("migrate -> MIGRATED").breaks("contents", "read-as-it-is")));
            }
        }
        return tests;
    }

    private static List<String[]> designs() {
        List<String[]> designs = new ArrayList<>();
        for (List<String> keeper : KEEPERS) {
            for (String sender : SENDERS) {
                List<String> design = new ArrayList<>(keeper);
                design.add(sender);
                designs.add(design.toArray(String[]::new));
            }
        }
        return designs;
    }
}
