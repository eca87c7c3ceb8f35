package org.exitrace.psp.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.exitrace.psp.FirmwareAlone;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SnpPolicy;
import org.junit.jupiter.api.Test;

/** Each promise of SNP and of pages notices firmware, or a processor, that breaks it. */
class BrokenSnpTest {

    private static final Consumer<CommandCells> NOTHING = given -> { };
    private static final Consumer<CommandCells> GUEST = given -> given.snp.gctx.become(0);

    @Test
    void keepsAllPromisesAsItIs() {
        assertThat(running().broken()).isEmpty();
    }

    @Test
    void noticesAnAnswerThatIsWrittenIntoAPageOfTheHost() {
        assertThat(initialised().handle(Handler.of(CommandId.SNP_GUEST_STATUS, "does not look")
                .does(fw -> fw.write(1, 1)), NOTHING).broken()).containsExactly("stray-write");
    }

    @Test
    void noticesAnRmpupdateOfAnImmutablePage() {
        assertThat(initialised().does(fw -> RmpInstructions.change(
                fw, RmpInstructions.Update.toHost(0))).broken())
                .containsExactly("immutable-changed");
    }

    @Test
    void noticesAStoreToTheTableThatNothingKeepsOff() {
        assertThat(initialised().does(fw -> {
            fw.settings.set.add(HostSetting.RMP_IN_FIRST_PAGE.ordinal());
            fw.pages.get(0).entry.clear();
            RmpInstructions.store(fw, 1);
        }).broken()).containsExactly("rmp-stored");
    }

    @Test
    void noticesAReclaimThatTakesAContextsPage() {
        assertThat(launched().handle(Handler.of(CommandId.SNP_PAGE_RECLAIM, "takes all")
                .does(fw -> fw.pages.get(0).entry.clear()), NOTHING).broken())
                .containsExactly("context-page");
    }

    @Test
    void noticesACounterOfMessagesThatIsAdvancedByOne() {
        assertThat(running().handle(Handler.of(CommandId.SNP_GUEST_REQUEST, "counts answers alone")
                .does(fw -> advance(fw, 1)), NOTHING).broken())
                .containsExactly("vmpck-even", "vmpck-steps");
    }

    @Test
    void noticesACounterOfMessagesThatIsAdvancedForNothing() {
        assertThat(running().handle(Handler.of(CommandId.SNP_GUEST_REQUEST, "executes nothing")
                .does(fw -> advance(fw, 2)), NOTHING).broken()).containsExactly("vmpck-steps");
    }

    @Test
    void noticesAnAsidThatIsInUseBeforeTheGuestMayRun() {
        assertThat(launched().handle(Handler.of(CommandId.SNP_ACTIVATE_EX, "does not ask")
                .does(fw -> fw.asid(1).turn(AsidUse.ALLOCATED, AsidUse.IN_USE)), NOTHING).broken())
                .containsExactly("snp-asid-runs");
    }

    @Test
    void noticesAnUpdateOfAGuestThatRuns() {
        assertThat(running().handle(Handler.of(CommandId.SNP_LAUNCH_UPDATE, "does not ask")
                .does(fw -> fw.contexts.get(0).digest.become(7)), NOTHING).broken())
                .containsExactly("snp-digest-frozen");
    }

    private static void advance(Firmware fw, int by) {
        var counter = fw.contexts.get(0).counters.get(0);
        counter.become(counter.get() + by);
    }

    private static FirmwareAlone initialised() {
        return new FirmwareAlone(new FirmwareBounds(1, 1, 1, 1, 2, 2))
                .does(fw -> fw.settings.set.add(HostSetting.SNP_ENABLED.ordinal()))
                .handle(CommandId.SNP_INIT, NOTHING).wbinvd()
                .handle(CommandId.SNP_DF_FLUSH, NOTHING)
                .does(fw -> RmpInstructions.update(
                        fw, RmpInstructions.Update.toFirmware(0)));
    }

    private static FirmwareAlone launched() {
        return initialised().handle(CommandId.SNP_GCTX_CREATE, GUEST)
                .handle(CommandId.SNP_LAUNCH_START, GUEST.andThen(given -> {
                    given.snp.policy.add(SnpPolicy.SMT.ordinal());
                    given.snp.policy.add(SnpPolicy.MUST_BE_ONE.ordinal());
                }))
                .handle(CommandId.SNP_ACTIVATE, GUEST.andThen(given -> given.asid.become(1)));
    }

    private static FirmwareAlone running() {
        return launched().handle(CommandId.SNP_LAUNCH_FINISH, GUEST);
    }
}
