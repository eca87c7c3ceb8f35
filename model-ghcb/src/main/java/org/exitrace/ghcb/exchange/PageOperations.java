package org.exitrace.ghcb.exchange;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** Single accesses to GHCB pages and to the GHCB MSR, and VMGEXIT. */
final class PageOperations {

    private static final String SOURCE = "docs/ghcb.md a";
    private static final String COST = "guest.instruction";

    private PageOperations() {
    }

    static List<Operation<GhcbGuest>> all(ExchangeBounds bounds) {
        return List.of(set(bounds), invalidate(bounds), clear(bounds), buffer(bounds),
                check(bounds), checkBuffer(bounds), writeMsr(), checkMsr(), exit());
    }

    private static Operation<GhcbGuest> set(ExchangeBounds bounds) {
        return named("set", "writes a field of a GHCB page, then sets its valid bit")
                .takes(of(bounds), field(), value(), Parameter.flag(
                        "valid", "whether the valid bit is set").usually("true"))
                .does(given -> {
                    GhcbField field = field(given);
                    long value = given.wide("value");
                    String name = name(given, field);
                    return Routine.named("guest", SOURCE, code -> code
                            .step(name + " = 0x" + Long.toHexString(value),
                                    guest -> page(guest, given).write(field, value))
                            .costs(COST).mayRest()
                            .given(field.hasValidBit() && given.flag("valid"), valid -> valid
                                    .step(name + " is valid",
                                            guest -> page(guest, given).markValid(field))
                                    .costs(COST).mayRest()));
                });
    }

    private static Operation<GhcbGuest> invalidate(ExchangeBounds bounds) {
        return named("invalidate", "clears the valid bit of a field")
                .takes(of(bounds), Parameter.word("field", Arrays.stream(GhcbField.values())
                        .filter(GhcbField::hasValidBit).map(GhcbField::name).toList(),
                        "the field, which has such a bit"))
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .step(name(given, field(given)) + " is invalid",
                                guest -> page(guest, given).invalidate(field(given)))
                        .costs(COST).mayRest()));
    }

    private static Operation<GhcbGuest> clear(ExchangeBounds bounds) {
        return named("clear-bitmap", "clears the whole valid bitmap")
                .takes(of(bounds))
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .step(name(given) + ".VALID_BITMAP = 0",
                                guest -> page(guest, given).valid.clear())
                        .costs(COST).mayRest()));
    }

    private static Operation<GhcbGuest> buffer(ExchangeBounds bounds) {
        return named("set-buffer", "writes eight bytes of a GHCB page's shared buffer")
                .takes(of(bounds), word(bounds), value())
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .step(name(given) + ".buffer[" + given.number("word") + "] = 0x"
                                        + Long.toHexString(given.wide("value")),
                                guest -> page(guest, given).buffer.get(given.number("word"))
                                        .become(given.wide("value")))
                        .costs(COST).mayRest()));
    }

    private static Operation<GhcbGuest> check(ExchangeBounds bounds) {
        return named("check", "looks whether a field is valid and holds a value")
                .takes(of(bounds), field(), Parameter.bits("is", "the value"))
                .gives(ExchangeResults.YES, ExchangeResults.NO)
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .step("reads " + name(given, field(given)), guest -> answer(guest,
                                page(guest, given).get(field(given)) == given.wide("is")
                                && (page(guest, given).isValid(field(given))
                                        || !field(given).hasValidBit())))
                        .costs(COST).mayRest()));
    }

    private static Operation<GhcbGuest> checkBuffer(ExchangeBounds bounds) {
        return named("check-buffer", "looks whether eight bytes of a shared buffer hold a value")
                .takes(of(bounds), word(bounds), Parameter.bits("is", "the value"))
                .gives(ExchangeResults.YES, ExchangeResults.NO)
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .step("reads " + name(given) + ".buffer[" + given.number("word") + "]",
                                guest -> answer(guest, page(guest, given).buffer
                                        .get(given.number("word")).is(given.wide("is"))))
                        .costs(COST).mayRest()));
    }

    private static Operation<GhcbGuest> writeMsr() {
        return named("write-ghcb-msr", "writes MSR 0xC0010130, which no host intercepts")
                .takes(value())
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .local(guest -> guest.msr.become(given.wide("value")))));
    }

    private static Operation<GhcbGuest> checkMsr() {
        return named("check-ghcb-msr", "looks whether MSR 0xC0010130 holds a value")
                .takes(Parameter.bits("is", "the value"))
                .gives(ExchangeResults.YES, ExchangeResults.NO)
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .pause("reads the GHCB MSR").costs(COST).mayRest()
                        .local(guest -> answer(guest,
                                guest.msr.is(given.wide("is"))))));
    }

    private static Operation<GhcbGuest> exit() {
        return named("VMGEXIT", "leaves the guest; what is wanted stands in MSR and page")
                .does(Routine.<GhcbGuest>named("guest", SOURCE, code -> code
                        .step("VMGEXIT", guest -> guest.cpu.leave(GuestExit.VMGEXIT))
                        .costs("vmexit.ghcb").mayRest()
                        .pause("behind VMGEXIT").costs(COST).mayRest()));
    }

    private static void answer(GhcbGuest guest, boolean yes) {
        guest.result.become(yes ? ExchangeResults.YES : ExchangeResults.NO);
    }

    private static GhcbPage page(GhcbGuest guest, Arguments given) {
        return guest.pages.get(given.number("of"));
    }

    private static String name(Arguments given) {
        return "GHCB[" + given.number("of") + "]";
    }

    private static String name(Arguments given, GhcbField field) {
        return name(given) + "." + field;
    }

    private static GhcbField field(Arguments given) {
        return GhcbField.valueOf(given.word("field"));
    }

    private static Parameter of(ExchangeBounds bounds) {
        return Parameter.number("of", 0, bounds.vcpus() - 1L, "whose GHCB page")
                .boundedBy("vcpus: " + bounds.vcpus());
    }

    private static Parameter field() {
        return Parameter.word("field", GhcbField.names(), "the field");
    }

    private static Parameter value() {
        return Parameter.bits("value", "what is written");
    }

    private static Parameter word(ExchangeBounds bounds) {
        return Parameter.number("word", 0, bounds.bufferWords() - 1L, "which word of the buffer")
                .boundedBy("buffer-words: " + bounds.bufferWords());
    }

    private static Operation.Text<GhcbGuest> named(String name, String meaning) {
        return Operation.<GhcbGuest>named(name, meaning, guest -> guest.result).from(SOURCE);
    }
}
