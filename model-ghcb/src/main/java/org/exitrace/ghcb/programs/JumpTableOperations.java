package org.exitrace.ghcb.programs;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.jumptable.JumpTables;
import org.exitrace.ghcb.jumptable.TablePage;
import org.exitrace.ghcb.jumptable.TableSource;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** Firmware, operating system and APs about the jump table: docs/ap-boot.md T7 to T10. */
public final class JumpTableOperations {

    /** What the name of each begins with. */
    public static final String PREFIX = "jump-table-";

    private static final String SOURCE = "docs/ap-boot.md e.2; docs/ghcb.md e.6";
    private static final String COST = "guest.instruction";
    private static final long PAGE_OFFSET = 0xFFF;

    private JumpTableOperations() {
    }

    static List<Operation<GhcbGuest>> all(Design design) {
        return List.of(publish(), find(design.get(TableSource.SWITCH)), fill(), begin());
    }

    private static Operation<GhcbGuest> publish() {
        return named("publish", "firmware tells the host where the table is")
                .does(Routine.<GhcbGuest>named("guest", SOURCE, code -> OwnRequest.send(code,
                        NaeEvent.AP_JUMP_TABLE, ApJumpTable.SET, TablePage.RESERVED.address())));
    }

    private static Operation<GhcbGuest> find(TableSource source) {
        return named("find", "the operating system finds out where the table is")
                .gives(ExchangeResults.OK, ExchangeResults.NO, ExchangeResults.INVALID_INPUT)
                .does(Routine.<GhcbGuest>named("guest", SOURCE, code -> {
                    if (source == TableSource.SECRETS_PAGE) {
                        code.step("reads the secrets page", guest -> {
                            tables(guest).known.become(TablePage.RESERVED.ordinal());
                            guest.result.become(ExchangeResults.OK);
                        }).costs(COST).mayRest();
                        return;
                    }
                    OwnRequest.send(code, NaeEvent.AP_JUMP_TABLE, ApJumpTable.GET, 0);
                    code.step("reads SW_EXITINFO2", JumpTableOperations::take)
                            .costs(COST).mayRest();
                }));
    }

    /** 0 stands for no table; of any other address the alignment is looked at. */
    private static void take(GhcbGuest guest) {
        long address = guest.own().get(GhcbField.SW_EXITINFO2);
        if (address == 0) {
            guest.result.become(ExchangeResults.NO);
        } else if ((address & PAGE_OFFSET) != 0 || TablePage.at(address).isEmpty()) {
            guest.result.become(ExchangeResults.INVALID_INPUT);
        } else {
            tables(guest).known.become(TablePage.at(address).get().ordinal());
            guest.result.become(ExchangeResults.OK);
        }
    }

    private static Operation<GhcbGuest> fill() {
        return named("fill", "the operating system writes IP and CS into the table that it found")
                .gives(ExchangeResults.DONE, ExchangeResults.NO)
                .does(Routine.<GhcbGuest>named("guest", SOURCE, code -> code
                        .when(guest -> tables(guest).known.isNone(), none -> none.done(
                                guest -> guest.result.become(ExchangeResults.NO)))
                        .step("writes IP and CS", guest -> {
                            tables(guest).fill();
                            guest.result.become(ExchangeResults.DONE);
                        }).costs(COST).mayRest()));
    }

    private static Operation<GhcbGuest> begin() {
        return named("begin", "an AP reads IP and CS and begins there")
                .takes(Parameter.word("from", List.of("firmware", "os"), "whether it was parked by"
                        + " firmware, or in the page that an operating system has found"))
                .gives(ExchangeResults.YES, ExchangeResults.NO)
                .does(given -> Routine.named("guest", SOURCE, code -> begin(
                        code, given.word("from").equals("os"))));
    }

    private static void begin(Block<GhcbGuest> code, boolean fromOs) {
        code.step("reads IP and CS", guest -> {
            JumpTables tables = tables(guest);
            TablePage page = fromOs && !tables.known.isNone()
                    ? TablePage.values()[tables.known.get()] : TablePage.RESERVED;
            guest.result.become(
                    tables.begin(page) ? ExchangeResults.YES : ExchangeResults.NO);
        }).costs(COST).mayRest();
    }

    private static JumpTables tables(GhcbGuest guest) {
        return guest.tables();
    }

    private static Operation.Text<GhcbGuest> named(String name, String meaning) {
        return Operation.<GhcbGuest>named(PREFIX + name, meaning, guest -> guest.result)
                .from(SOURCE);
    }
}
