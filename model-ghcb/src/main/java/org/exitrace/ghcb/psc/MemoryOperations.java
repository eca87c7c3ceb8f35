package org.exitrace.ghcb.psc;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** What a scripted virtual CPU does with the memory of an SNP guest. */
public final class MemoryOperations {

    /** Name of the operation that changes the state of pages. */
    public static final String CHANGE = "page-state-change";
    /** Name of the operation that accepts a page: those that any script names so, begin so. */
    public static final String ACCEPT = "accept-memory";
    /** Of it: the page. */
    public static final String PAGE = "page";
    /** Of a change: the first page. */
    public static final String FIRST = "first";
    /** Of it: how many pages. */
    public static final String PAGES = "pages";
    /** Of it: how the host is asked. */
    public static final String FORM = "form";
    /** Of that: by a list in the GHCB's shared buffer. */
    public static final String LIST = "list";

    private static final String SOURCE = "docs/ghcb.md d.4";

    private MemoryOperations() {
    }

    /**
     * The operations in a machine of those bounds, as software of {@code design} does them. They
     * are told without memory too; who uses them there is told to add some.
     */
    public static List<Operation<GhcbGuest>> all(ExchangeBounds bounds, Design design) {
        return List.of(change(bounds, design), pvalidate(bounds), touch(bounds, design),
                map(bounds), accept(bounds, design));
    }

    /** Whether {@code operation} is one that needs memory. */
    public static boolean isNamed(String operation) {
        return List.of(CHANGE, "PVALIDATE", "touch", "map", ACCEPT).contains(operation);
    }

    private static long last(ExchangeBounds bounds) {
        return Math.max(0, bounds.pages() - 1L);
    }

    private static Operation<GhcbGuest> change(ExchangeBounds bounds, Design design) {
        PageStateChange change = new PageStateChange(design);
        return named(CHANGE, "makes pages shared or private: PVALIDATE, the request"
                + " and the mapping, and what the guest looks at in between")
                .takes(Parameter.number(FIRST, 0, last(bounds), "the first page")
                                .boundedBy(pagesOf(bounds)),
                        Parameter.number(PAGES, 1, last(bounds) + 1, "how many")
                                .boundedBy(pagesOf(bounds)).usually(1),
                        Parameter.word("to", List.of("shared", "private"), "what they become"),
                        Parameter.word(FORM, List.of(LIST, "msr"),
                                "by a list in the GHCB's shared buffer, or by the GHCB MSR")
                                .usually(LIST))
                .gives(ExchangeResults.DONE, ExchangeResults.TERMINATED)
                .does(given -> change.change(new Range(given.number(FIRST),
                                given.number(PAGES), given.word("to").equals("shared")),
                        !given.word(FORM).equals(LIST)));
    }

    private static Operation<GhcbGuest> pvalidate(ExchangeBounds bounds) {
        return named("PVALIDATE", "validates a page, or takes that back")
                .takes(page(bounds), Parameter.flag("valid", "whether it becomes valid"))
                .gives(ExchangeResults.DONE, ExchangeResults.UNCHANGED)
                .does(given -> Validation.instruction(
                        given.number(PAGE), given.flag("valid")));
    }

    private static Operation<GhcbGuest> touch(ExchangeBounds bounds, Design design) {
        Validation validation = new Validation(design);
        return named("touch", "reads or writes a page as private")
                .takes(page(bounds))
                .gives(ExchangeResults.DONE, ExchangeResults.TERMINATED)
                .does(given -> validation.touch(given.number(PAGE)));
    }

    private static Operation<GhcbGuest> map(ExchangeBounds bounds) {
        return named("map", "sets or clears the C-bit of a page's mapping")
                .takes(page(bounds), Parameter.word(
                        "as", List.of("shared", "private"), "without or with the C-bit"))
                .does(given -> Routine.named("guest", SOURCE, code -> code
                        .step("maps page " + given.number(PAGE) + " " + given.word("as"),
                                guest -> guest.snp().table.map(given.number(PAGE),
                                        isShared(given)))
                        .costs("guest.instruction").mayRest()));
    }

    private static Operation<GhcbGuest> accept(ExchangeBounds bounds, Design design) {
        Acceptance acceptance = new Acceptance(design);
        return named(ACCEPT, "makes a page the guest's own, if it is not yet; each page that some"
                + " script names so is the host's at first")
                .takes(page(bounds))
                .gives(ExchangeResults.DONE, ExchangeResults.TERMINATED)
                .does(given -> acceptance.of(given.number(PAGE)));
    }

    private static boolean isShared(Arguments given) {
        return given.word("as").equals("shared");
    }

    private static Parameter page(ExchangeBounds bounds) {
        return Parameter.number(PAGE, 0, last(bounds), "the guest's number of the page")
                .boundedBy(pagesOf(bounds));
    }

    private static String pagesOf(ExchangeBounds bounds) {
        return "pages: " + bounds.pages();
    }

    private static Operation.Text<GhcbGuest> named(String name, String meaning) {
        return Operation.<GhcbGuest>named(name, meaning, guest -> guest.result).from(SOURCE);
    }
}
