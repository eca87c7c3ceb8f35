package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.machine.MachineKinds;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue(CatalogueTest.class, "doorbells",
            new MachineKinds(List.of(new Doorbell())));

    @Test
    void listsEntriesWithoutReadingTheirFiles() {
        assertThat(catalogue.entries()).extracting(CatalogueEntry::name, CatalogueEntry::title)
                .containsExactly(
                        tuple("rings/lost", "A ring is lost"),
                        tuple(
                                "rings/twice", "The bell rings twice"));
        assertThat(catalogue.entries().get(0).expectations())
                .containsEntry("original", "broken: deadlock")
                .containsEntry("repaired", "verified");
    }

    @Test
    void readsAnEntryByName() {
        assertThat(catalogue.read("rings/lost").designNames())
                .containsExactly("original", "repaired");
    }

    @Test
    void takesAFolderForAllInIt() {
        assertThat(names("rings")).containsExactly("rings/lost", "rings/twice");
        assertThat(names("rings/")).containsExactly("rings/lost", "rings/twice");
        assertThat(names("rings/twice", "rings")).containsExactly("rings/lost", "rings/twice");
        assertThat(catalogue.select(List.of())).hasSize(2);
    }

    @Test
    void doesNotTakeTheBeginningOfANameForAFolder() {
        assertThatThrownBy(() -> names("ring"))
                .hasMessage("the catalogue has no scenario or folder 'ring'; did you mean"
                        + " 'rings'?");
    }

    @Test
    void asksForOneScenarioOfAFolder() {
        assertThatThrownBy(() -> catalogue.read("rings"))
                .hasMessage("'rings' is a folder of the catalogue; name one scenario in it, which"
                        + " ./exitrace list rings tells");
    }

    @Test
    void namesWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> catalogue.read("rings/tvice"))
                .hasMessage("the catalogue has no scenario or folder 'rings/tvice'; did you mean"
                        + " 'rings/twice'?");
    }

    @Test
    void writesTheLineThatItReads() {
        for (CatalogueEntry entry : catalogue.entries()) {
            assertThat(CatalogueEntry.of(catalogue.read(entry.name()))).isEqualTo(entry);
            assertThat(CatalogueEntry.parse(entry.line())).isEqualTo(entry);
        }
    }

    private List<String> names(String... paths) {
        return catalogue.select(List.of(paths)).stream().map(CatalogueEntry::name).toList();
    }
}
