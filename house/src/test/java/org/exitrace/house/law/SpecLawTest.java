package org.exitrace.house.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpecLawTest {
    private static final String[] SPECS = Arrays.stream(Module.MODELS)
            .map(module -> module.basePackage + ".spec..")
            .toArray(String[]::new);

    @Test
    void knowsNoBehaviour() {
        classes().that().resideInAnyPackage(SPECS)
                .should().onlyDependOnClassesThat(numbersAndNames())
                .because("a spec package is the published interface as names, numbers and"
                        + " layouts; what a machine does with them belongs beside it")
                // The models get their spec packages one after the other.
                .allowEmptyShould(true)
                .check(Scanned.CLASSES);
    }

    private static DescribedPredicate<JavaClass> numbersAndNames() {
        DescribedPredicate<JavaClass> specs = JavaClass.Predicates.resideInAnyPackage(SPECS);
        return DescribedPredicate.describe(
                "are in a spec package or the plain JDK",
                type -> type.getBaseComponentType().isPrimitive()
                        || specs.test(type.getBaseComponentType())
                        || Jdk.MODEL.contains(type.getBaseComponentType()));
    }
}
