package org.exitrace.house.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsoleLawTest {
    @Test
    void onlyTheCommandLinePrints() {
        noClasses().that().resideOutsideOfPackage(Module.CLI.packages())
                .should(ArchConditions.accessTargetWhere(
                        DescribedPredicate.describe("the console", ConsoleLawTest::isConsole)))
                .because("a library that prints cannot be tested or embedded: return a value,"
                        + " or write to an Appendable that the caller gives")
                .check(Scanned.CLASSES);
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses().that().resideOutsideOfPackage(Module.CLI.packages())
                .should().callMethod(System.class, "exit", int.class)
                .because("whoever started the process decides its exit code: throw instead")
                .check(Scanned.CLASSES);
    }

    private static boolean isConsole(JavaAccess<?> access) {
        boolean stream = access.getTargetOwner().isEquivalentTo(System.class)
                && Set.of("out", "err", "in", "console").contains(access.getName());
        boolean trace = access.getName().equals("printStackTrace")
                && access.getTargetOwner().isAssignableTo(Throwable.class);
        return stream || trace;
    }
}
