package org.exitrace.house.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.exitrace.kvm.PlantedSins;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFreedomTest {
    private static final JavaClasses SINS =
            new ClassFileImporter().importClasses(PlantedSins.class);

    @ParameterizedTest
    @EnumSource
    void everyModelKeepsIt(ModelFreedom freedom) {
        freedom.rule.check(Scanned.CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedSinIsFound(ModelFreedom freedom) {
        assertThat(freedom.rule.evaluate(SINS).hasViolation()).isTrue();
    }
}
