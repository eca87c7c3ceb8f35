package org.exitrace.vtl.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.exitrace.psp.conformance.TableLine;
import org.exitrace.vtl.design.ProtectionBits;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.SynicConnection;
import org.exitrace.vtl.hypercall.SynicConnection.Lack;
import org.exitrace.vtl.spec.HvPrivilege;
import org.exitrace.vtl.spec.VsmPartitionConfig;

/**
 * The caller that a row tells. As usual: virtual processor 0 of two, of which it alone was
 * started, in VTL0 at CPL 0; VTL1 can be enabled and nowhere is; all privileges are granted, all
 * pages are memory; connection 1 leads to a port with one event flag for any VTL.
 */
final class RowCaller implements CallerView {

    /** The number of the one connection. */
    static final long CONNECTION = 1;

    private static final String FIRST = "vp0-vtl0";
    private static final int ONLY_VTL0 = 1;
    private static final int USUAL_VPS = 2;
    private static final int MOST_VPS = 4;
    private static final int MOST_VTLS = 16;
    private static final long ADDRESS_LIMIT = 1L << 40;

    private final StatusDialect dialect;
    private final RowWords words;
    private final ProtectionBits order;
    private final int vp;
    private final int vtl;

    RowCaller(TableLine at, StatusDialect dialect, List<String> given) {
        this.dialect = dialect;
        words = new RowWords(at, given);
        words.onlyKnown(known());
        String caller = words.text("caller").orElse(FIRST);
        int place = place(caller);
        if (place < 0) {
            throw at.wrong("'" + caller + "' is no caller; write vp0-vtl1");
        }
        vp = place / MOST_VTLS;
        vtl = place % MOST_VTLS;
        String label = words.text("order").orElse(ProtectionBits.TLFS.label());
        order = ProtectionBits.SWITCH.find(label).orElseThrow(() -> at.wrong("there is no order '"
                + label + "'; write tlfs or kvm-tests"));
        words.text("port-lacks").filter(name -> Arrays.stream(Lack.values())
                .noneMatch(known -> known.name().equals(name))).ifPresent(unknown -> {
                    throw at.wrong("a connection has no '" + unknown + "'; take one of "
                            + Arrays.toString(Lack.values()));
                });
        words.text("without").filter(name -> Arrays.stream(HvPrivilege.values())
                .noneMatch(known -> known.name().equals(name))).ifPresent(unknown -> {
                    throw at.wrong("there is no privilege '" + unknown + "'; take one of "
                            + Arrays.toString(HvPrivilege.values()));
                });
    }

    /** Which of all callers that there could be {@code written} is; -1 for none. */
    private static int place(String written) {
        for (int i = 0; i < MOST_VPS * MOST_VTLS; i++) {
            if (written.equals("vp" + i / MOST_VTLS + "-vtl" + i % MOST_VTLS)) {
                return i;
            }
        }
        return -1;
    }

    private static String[] known() {
        List<String> all = new ArrayList<>(List.of("caller", "vps", "maximum", "partition",
                "started", "mbec", "mbec-on", "no-deny", "user-mode", "real-mode", "without",
                "holes", "fixed", "order", "apic-ids", "port-flags", "port-vtl", "port-lacks"));
        for (int i = 0; i < MOST_VPS; i++) {
            all.add("vp" + i);
        }
        for (int i = 0; i < MOST_VTLS; i++) {
            all.add("config" + i);
        }
        return all.toArray(String[]::new);
    }

    @Override
    public StatusDialect dialect() {
        return dialect;
    }

    @Override
    public ProtectionBits protectionBits() {
        return order;
    }

    @Override
    public int vtl() {
        return vtl;
    }

    @Override
    public int vp() {
        return vp;
    }

    @Override
    public boolean isPrivileged() {
        return !words.has("user-mode");
    }

    @Override
    public boolean isRealMode() {
        return words.has("real-mode");
    }

    @Override
    public boolean has(HvPrivilege privilege) {
        return words.text("without").filter(privilege.name()::equals).isEmpty();
    }

    @Override
    public int vps() {
        return (int) words.number("vps", USUAL_VPS);
    }

    @Override
    public int maximumVtl() {
        return (int) words.number("maximum", 1);
    }

    @Override
    public int partitionVtls() {
        return words.set("partition", ONLY_VTL0);
    }

    @Override
    public int vtlsOf(int processor) {
        return words.set("vp" + processor, ONLY_VTL0);
    }

    @Override
    public boolean isStarted(int processor) {
        return (words.set("started", 1) & 1 << processor) != 0;
    }

    @Override
    public long partitionConfig(int level) {
        return words.number("config" + level, VsmPartitionConfig.AT_RESET);
    }

    @Override
    public int mbecVtls() {
        return words.set("mbec", 0);
    }

    @Override
    public int mbecEnabledVtls() {
        return words.set("mbec-on", 0);
    }

    @Override
    public boolean canDenyStartup() {
        return !words.has("no-deny");
    }

    @Override
    public long addressLimit() {
        return ADDRESS_LIMIT;
    }

    @Override
    public boolean isMemory(long number) {
        return !words.numbers("holes").contains(number);
    }

    @Override
    public boolean isFixed(long number) {
        return words.numbers("fixed").contains(number);
    }

    @Override
    public boolean hasApicId(int id) {
        return words.has("apic-ids") ? words.numbers("apic-ids").contains((long) id)
                : id >= 0 && id < vps();
    }

    @Override
    public SynicConnection connection(long number) {
        SynicConnection whole = new SynicConnection(EnumSet.noneOf(Lack.class),
                (int) words.number("port-flags", 1), (int) words.number("port-vtl", 0));
        return number != CONNECTION ? whole.without(Lack.CONNECTION)
                : words.text("port-lacks").map(Lack::valueOf).map(whole::without).orElse(whole);
    }
}
