package org.exitrace.house.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModuleLawTest {
    /** Raised as the project grows; a scan that sees less has lost a module. */
    private static final int FEWEST_CLASSES = 40;

    @ParameterizedTest
    @EnumSource
    void importsOnlyWhatItsLawAllows(Module module) {
        classes().that().resideInAPackage(module.packages())
                .should().onlyDependOnClassesThat(module.world())
                .because("the README of the module states this law; code that needs more"
                        + " belongs in a module further out, or behind an interface of this one")
                .check(Scanned.CLASSES);
    }

    @Test
    void holdsForEveryClassThereIs() {
        classes().that().resideInAPackage("org.exitrace..")
                .should().resideInAnyPackage(Module.packagesOf(Module.values()))
                .because("a package without a module has no law; add it to the table in Module")
                .check(Scanned.CLASSES);
        assertThat(Scanned.CLASSES.size())
                .as("scanned classes")
                .isGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().assignedFrom(new EachPackage())
                .should().beFreeOfCycles()
                .because("packages in a cycle can only be understood together; move the shared"
                        + " type down, or let the lower one own an interface")
                .check(Scanned.CLASSES);
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
