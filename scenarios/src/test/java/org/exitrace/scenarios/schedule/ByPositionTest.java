package org.exitrace.scenarios.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.exitrace.scenarios.document.UnusableInputException;
import org.junit.jupiter.api.Test;

class ByPositionTest {

    private static final ByPosition NAMES = new ByPosition(List.of(
            new ByPosition.Name("hold-form", List.of("nae", "msr")),
            new ByPosition.Name("aps", List.of()),
            new ByPosition.Name("late-cpu", List.of("tried-again", "left-offline"))));

    @Test
    void aChoiceIsToldByItsPlaceAndANumberByItself() {
        Map<String, String> chosen = Map.of("hold-form", "msr", "aps", "4");

        Map<String, String> told = NAMES.shortened(chosen);

        assertThat(told).containsEntry("0", "1").containsEntry("1", "4").containsKey("_")
                .hasSize(3);
        assertThat(NAMES.named(told)).isEqualTo(chosen);
    }

    @Test
    void namesAreLeftAsTheyAre() {
        Map<String, String> named = Map.of("hold-form", "msr");

        assertThat(NAMES.named(named)).isEqualTo(named);
        assertThat(NAMES.shortened(Map.of())).isEmpty();
    }

    @Test
    void aVersionWithOtherNamesInThosePlacesIsNoticed() {
        Map<String, String> told = NAMES.shortened(Map.of("hold-form", "msr"));
        ByPosition turned = new ByPosition(
                List.of(NAMES.names().get(2), NAMES.names().get(1), NAMES.names().get(0)));
        ByPosition shorter = new ByPosition(List.of());

        assertThatThrownBy(() -> turned.named(told)).isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("take the version that it was made with");
        assertThatThrownBy(() -> shorter.named(told)).isInstanceOf(UnusableInputException.class);
        assertThatThrownBy(() -> NAMES.named(Map.of("0", "!", "_", "1")))
                .isInstanceOf(UnusableInputException.class);
    }
}
