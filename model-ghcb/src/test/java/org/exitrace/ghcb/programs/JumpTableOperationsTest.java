package org.exitrace.ghcb.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.jumptable.TableEntry;
import org.exitrace.ghcb.jumptable.TablePage;
import org.exitrace.ghcb.spec.GhcbField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who finds which jump table, and where an AP begins by it. */
class JumpTableOperationsTest {

    @Test
    void whatFirmwarePublishesTheOperatingSystemFindsAndFills() {
        TalkingGuest machine = new TalkingGuest(1).runs(
                "jump-table-publish", "jump-table-find gives OK", "jump-table-fill gives DONE",
                "jump-table-begin from=os gives YES", "jump-table-begin from=firmware gives YES");

        assertThat(machine.requests()).containsExactly(
                "AP_JUMP_TABLE SW_EXITINFO1=0 SW_EXITINFO2=8000",
                "AP_JUMP_TABLE SW_EXITINFO1=1 SW_EXITINFO2=0");
        assertThat(machine.broken()).isEmpty();
        assertThat(machine.tables.known.get()).isZero();
        assertThat(machine.tables.entry(TablePage.RESERVED).is(TableEntry.TRAMPOLINE)).isTrue();
        assertThat(machine.tables.usedShared.isClear() && machine.tables.overwritten.isClear()
                && machine.tables.beganElsewhere.isClear()).isTrue();
    }

    @Test
    void withoutATableNothingIsFilledAndAnApBeginsElsewhere() {
        TalkingGuest machine = new TalkingGuest(1).runs("jump-table-find gives NO",
                "jump-table-fill gives NO", "jump-table-begin from=os gives NO");

        assertThat(machine.broken()).isEmpty();
        assertThat(machine.tables.known.isNone()).isTrue();
        assertThat(machine.tables.beganElsewhere.isSet()).isTrue();
        assertThat(machine.tables.beganAtHosts.isClear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0x9000, OK, false, true", "0xa000, OK, true, false",
        "0x8001, INVALID_INPUT, false, false", "0xb000, INVALID_INPUT, false, false"})
    void aHostThatLiesAboutTheAddressGetsTheTableWhereItWants(
            String address, String result, boolean shared, boolean overwritten) {
        TalkingGuest machine = new TalkingGuest(1)
                .withHost(guest -> guest.own().write(
                        GhcbField.SW_EXITINFO2, Long.decode(address)))
                .runs("jump-table-find gives " + result, "jump-table-fill");

        assertThat(machine.broken()).isEmpty();
        assertThat(machine.tables.usedShared.isSet()).isEqualTo(shared);
        assertThat(machine.tables.overwritten.isSet()).isEqualTo(overwritten);
        assertThat(machine.tables.known.isNone()).isEqualTo(!result.equals("OK"));
    }

    @Test
    void theSecretsPageIsReadWithoutTheHost() {
        TalkingGuest machine = new TalkingGuest(1, "jump-table-source=secrets-page")
                .runs("jump-table-find gives OK");

        assertThat(machine.requests()).isEmpty();
        assertThat(machine.broken()).isEmpty();
        assertThat(machine.tables.known.get()).isEqualTo(TablePage.RESERVED.ordinal());
    }

    @ParameterizedTest
    @CsvSource({"os, SHARED", "firmware, RESERVED"})
    void anApBeginsAtTheHostsWordWhereThatStandsInItsPage(String from, TablePage page) {
        TalkingGuest machine = new TalkingGuest(1);
        machine.tables.known.initially(TablePage.SHARED.ordinal());
        machine.tables.entry(page).initially(TableEntry.HOSTS);
        machine.runs("jump-table-begin from=" + from + " gives NO");

        assertThat(machine.broken()).isEmpty();
        assertThat(machine.tables.beganAtHosts.isSet()).isTrue();
        assertThat(machine.tables.beganElsewhere.isSet()).isTrue();
    }

    @Test
    void pagesLieBehindEachOther() {
        assertThat(TablePage.at(0x9000)).contains(TablePage.OTHER_PRIVATE);
        assertThat(TablePage.at(0x7000)).isEmpty();
    }
}
