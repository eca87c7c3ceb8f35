package org.exitrace.kvm.exittable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.step.Step;
import org.exitrace.ghcb.spec.EventInjection;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.kvm.spec.RunReturn;

/**
 * What a run gave, as tables write it: with what KVM_RUN returned, each time; then what the guest
 * finds. Of registers and words only those are told that are not what the guest wrote.
 */
final class ExitAnswer implements RunObserver {

    /** Nothing was written: the guest finds its own request. */
    private static final String UNTOUCHED = "untouched";
    private static final Set<GhcbField> WRITTEN = EnumSet.of(GhcbField.RAX, GhcbField.RBX,
            GhcbField.RCX, GhcbField.RDX, GhcbField.SW_EXITINFO1, GhcbField.SW_EXITINFO2);

    private final Model model;
    private final GivenPage page;
    private final List<String> parts = new ArrayList<>();
    private String returned = RunReturn.NONE.name();

    ExitAnswer(Model model, GivenPage page) {
        this.model = model;
        this.page = page;
    }

    @Override
    public void stepped(Step step, long number, long atNs) {
        String now = cell(of("sev_es", "returned")).renderIn(model.frame().snapshot());
        if (!now.equals(returned) && !now.equals(RunReturn.NONE.name())) {
            long data = raw(of("sev_es", "run_data"));
            parts.add(now + (data == 0 ? "" : "=" + write(data)));
        }
        returned = now;
    }

    /** All of it, once the run is at rest. */
    String text() {
        if (!returned.equals(RunReturn.NONE.name())) {
            return String.join(" ", parts);
        }
        String state = cell(of("vcpu", "mp_state")).renderIn(model.frame().snapshot());
        if (!state.equals("RUNNABLE")) {
            parts.add(state);
        }
        if (raw(of("guest", "ghcb_msr")) != page.msr()) {
            parts.add("msr=" + write(raw(of("guest", "ghcb_msr"))));
        } else if (page.isMsrForm() || isUntouched()) {
            parts.add(UNTOUCHED);
        }
        if (!page.isMsrForm() && !isUntouched()) {
            page();
        }
        return String.join(" ", parts);
    }

    private boolean isUntouched() {
        return raw(of("ghcb", "valid")) == page.validBits()
                && WRITTEN.stream().allMatch(field -> field(field) == page.value(field));
    }

    private void page() {
        parts.add("info1=" + write(field(GhcbField.SW_EXITINFO1)));
        parts.add("info2=" + write(field(GhcbField.SW_EXITINFO2)));
        for (GhcbField field : GhcbField.values()) {
            boolean info = field == GhcbField.SW_EXITINFO1 || field == GhcbField.SW_EXITINFO2;
            if (!info && has(field) && field(field) != page.value(field)) {
                parts.add(field + "=" + write(field(field)));
            }
        }
        words(of("ghcb", "buffer["), "buffer[", true);
        words("page.shared[", "shared[", false);
        int vector = (int) raw(of("sev_es", "injected"));
        if (vector != 0) {
            parts.add(vector == EventInjection.UD ? "#UD" : "#GP");
        }
        long wanted = WRITTEN.stream().mapToLong(field -> 1L << field.ordinal()).sum();
        if (raw(of("ghcb", "valid")) != wanted) {
            parts.add("valid=" + cell(of("ghcb", "valid")).renderIn(model.frame().snapshot()));
        }
    }

    private void words(String cells, String shown, boolean given) {
        for (int i = 0; model.layout().find(cells + i + "]").isPresent(); i++) {
            if (raw(cells + i + "]") != (given ? page.buffer(i) : 0)) {
                parts.add(shown + i + "]=" + write(raw(cells + i + "]")));
            }
        }
    }

    private boolean has(GhcbField field) {
        return model.layout().find(of("ghcb", field.name())).isPresent();
    }

    private long field(GhcbField field) {
        return raw(of("ghcb", field.name()));
    }

    private String of(String region, String name) {
        return region + "[" + page.asker() + "]." + name;
    }

    private long raw(String name) {
        return cell(name).rawIn(model.frame().snapshot());
    }

    private Cell cell(String name) {
        return model.layout().find(name).orElseThrow();
    }

    private static String write(long value) {
        return value >= 0 && value < 10 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }
}
