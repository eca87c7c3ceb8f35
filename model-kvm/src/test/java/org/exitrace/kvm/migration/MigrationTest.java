package org.exitrace.kvm.migration;

import static org.exitrace.kvm.migration.MigrationShape.ready;

import org.exitrace.kvm.migration.spec.GuestKind;
import org.junit.jupiter.api.Test;

/**
 * Small machines, explored to the end. The counts are pinned: they change when anybody changes a
 * step, a cell or a guard, and then the change has to be meant.
 */
class MigrationTest {

    private static final String LIST = "page-status=kvm-list";
    private static final String CHECKED = "migration-msr=checked";
    private static final String MIGRATE = "migrate -> MIGRATED";

    private static Guests converting() {
        return Guests.of(ready(1, 1, 1)).vcpu("convert to=shared", "load -> WRITTEN").vmm(MIGRATE);
    }

    private static Guests replacing() {
        return Guests.of(ready(1, 1, 1)).vcpu("convert to=shared", "kexec")
                .vmm("migrate -> MIGRATED|NOT_READY");
    }

    @Test
    void aPageThatIsAnnouncedBeforeItIsWrittenArrives() {
        converting().isVerified().has(158, 212);
        converting().with(LIST, CHECKED).isVerified().has(155, 202);
        converting().with("page-transport=mirror-handler").isVerified().has(172, 237);
    }

    @Test
    void aPageThatIsAnnouncedBehindTheWriteIsNoise() {
        converting().with("conversion-order=write-first")
                .breaks("contents", "read-as-it-is", "script-vcpu0").has(181, 243);
    }

    @Test
    void theListBelongsBehindTheDirtyLog() {
        converting().with(LIST, CHECKED, "status-read=before-dirty")
                .breaks("contents", "read-as-it-is", "script-vcpu0").has(181, 231);
        converting().with(LIST, CHECKED, "status-read=once")
                .breaks("contents", "read-as-it-is", "type", "script-vcpu0").has(168, 217);
    }

    @Test
    void thePagesOfTwoVcpusArriveInEachDesignThatKeepsTheRules() {
        Guests.of(ready(2, 2, 1)).vcpu("work").vcpu("work").vmm(MIGRATE)
                .isVerified().has(16_221, 29_877);
        Guests.of(ready(2, 2, 1)).with(LIST, CHECKED).vcpu("work").vcpu("work").vmm(MIGRATE)
                .isVerified().has(14_845, 26_271);
    }

    @Test
    void moreRoundsDoNotHelpAgainstAnAnnouncementThatComesTooLate() {
        for (int rounds = 0; rounds <= 3; rounds++) {
            Guests.of(ready(1, 1, rounds)).with("conversion-order=write-first")
                    .vcpu("convert to=shared").vmm(MIGRATE).breaks("contents", "read-as-it-is");
        }
    }

    @Test
    void withoutMigrationNoOrderIsWrong() {
        Guests.of(ready(1, 1, 0)).with("conversion-order=write-first", "after-flip=expect-old")
                .vcpu("convert to=shared", "load -> WRITTEN", "convert-and-back to=private",
                        "load -> WRITTEN").isVerified();
    }

    @Test
    void aFlipThereAndBackLosesTheContentsOnTheWay() {
        Guests.of(ready(1, 1, 1)).with("after-flip=expect-old")
                .vcpu("convert-and-back to=shared", "load").vmm(MIGRATE)
                .breaks("contents", "read-as-it-is").has(153, 216);
        Guests.of(ready(1, 1, 1)).vcpu("convert-and-back to=shared", "load -> WRITTEN")
                .vmm(MIGRATE).isVerified().has(221, 306);
    }

    @Test
    void aZeroThatWasTakenBackEndsTheMigrationAllTheSame() {
        replacing().with("ready-check=at-stop").breaks("contents", "read-as-it-is").has(503, 724);
        replacing().isVerified().has(486, 708);
    }

    @Test
    void aListInKvmCannotTellThatThereWasAZero() {
        replacing().with(LIST, CHECKED).breaks("contents", "read-as-it-is");
        replacing().with("page-status=kvm-bitmap", CHECKED).breaks("contents", "read-as-it-is");
    }

    @Test
    void aGuestThatWasNotOfferedTheFeatureNeverCalls() {
        Guests.of(ready(1, 1, 0).switchedOff()).vcpu("boot -> DISABLED", "convert to=shared",
                "kexec -> DISABLED").vmm("migrate -> NOT_READY").isVerified();
        Guests.of(ready(1, 1, 0).switchedOff()).with("feature-bit=forced")
                .vcpu("boot", "convert to=shared").vmm("migrate").breaks("kill-switch");
    }

    @Test
    void aPlainGuestIsMigratedAsItIs() {
        Guests.of(ready(2, 1, 1).of(GuestKind.PLAIN))
                .vcpu("store", "store page=1", "load -> WRITTEN").vmm(MIGRATE).isVerified();
    }

    @Test
    void aMigrationThatIsGivenUpLeavesTheGuestAsItWas() {
        Guests.of(ready(1, 1, 1).of(GuestKind.SEV_ES))
                .vcpu("convert to=shared", "store", "load -> WRITTEN")
                .vmm("migrate -> EINVAL", "migrate -> EINVAL").isVerified();
    }

    @Test
    void theFirmwaresPagesAreKnownOnlyIfItTellsThem() {
        MigrationShape boot = ready(3, 1, 0).fromPowerOn(1, true);
        Guests.of(boot).vcpu("boot -> READY", "write word=0")
                .vmm("await word=0", MIGRATE).isVerified().has(37, 37);
        Guests.of(boot).with("firmware-report=silent").vcpu("boot -> DISABLED", "write word=0")
                .vmm("await word=0", "migrate -> NOT_READY").isVerified();
        Guests.of(boot).with("firmware-report=silent", "migration-enable=unconditional")
                .vcpu("boot -> READY", "write word=0").vmm("await word=0", MIGRATE)
                .breaks("contents", "type", "read-as-it-is");
    }

    @Test
    void aMirrorsHandlerGoesOnWhileItsGuestStands() {
        Guests.of(ready(1, 1, 0)).with("page-transport=auxiliary-vcpu").vmm(MIGRATE)
                .breaks("deadlock", "script-vmm-returns", "script-vmm-through");
        Guests.of(ready(1, 1, 0)).with("page-transport=mirror-handler").vmm(MIGRATE).isVerified();
    }
}
