package org.exitrace.kvm.migration.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.migration.Migration;
import org.exitrace.kvm.migration.spec.GuestKind;
import org.exitrace.kvm.migration.spec.PageType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in memory, seen with and without the keys. */
class WorldTest {

    private World world;
    private GuestPage page;

    @BeforeEach
    void launch() {
        ModelBuilder model = new ModelBuilder("test", Migration.usualDesign());
        world = new World(model, GuestKind.SEV, 1);
        page = world.pages.get(0);
        model.on(model.actor("a"), page).step("b").when(any -> true).then(any -> { });
        model.build();
    }

    @Test
    void aPrivatePageIsEncryptedAgainOnItsWay() {
        world.write(0);
        world.send(0, PageType.PRIVATE);

        assertThat(world.source.get(0).stored.get()).isEqualTo(Stored.SOURCE_KEY);
        assertThat(world.destination.get(0).stored.get()).isEqualTo(Stored.DESTINATION_KEY);
        assertThat(world.destination.get(0).version.get()).isEqualTo(1);
        assertThat(world.destination.get(0).misread.isSet()).isFalse();
    }

    @Test
    void plainContentsThatAreSentAsPrivateAreNoise() {
        page.type.become(PageType.SHARED);
        world.write(0);
        world.send(0, PageType.PRIVATE);

        assertThat(world.destination.get(0).stored.get()).isEqualTo(Stored.NOISE);
        assertThat(world.destination.get(0).version.get()).isZero();
        assertThat(world.destination.get(0).misread.isSet()).isTrue();
    }

    @Test
    void ciphertextThatIsSentAsSharedKeepsTheSourcesKey() {
        world.send(0, PageType.SHARED);
        world.arrive();

        assertThat(world.destination.get(0).stored.get()).isEqualTo(Stored.SOURCE_KEY);
        assertThat(world.isReadable(page)).isFalse();
    }

    @Test
    void aFlipThereAndBackKeepsTheContentsOfOneHost() {
        page.type.become(PageType.SHARED);
        assertThat(world.readsWhatItWrote(page)).isFalse();
        page.type.become(PageType.PRIVATE);
        assertThat(world.readsWhatItWrote(page)).isTrue();
    }

    @Test
    void theDirtyLogSeesWritesOnlyWhileItIsOn() {
        world.write(0);
        assertThat(world.source.get(0).dirty.isSet()).isFalse();
        world.vm.logging.raise();
        world.write(0);
        assertThat(world.source.get(0).dirty.isSet()).isTrue();
    }
}
