package org.exitrace.vtl.call;

import org.exitrace.engine.design.Design;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.design.ProtectionBits;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.SynicConnection;
import org.exitrace.vtl.spec.HvPrivilege;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Partition;
import org.exitrace.vtl.state.Vtl;

/**
 * A VTL that makes a hypercall, as the checks see it. Guest code runs at CPL 0 and in protected
 * mode, and the partition has all privileges.
 *
 * @param caller who asks
 * @param guest whose VTL that is
 * @param dialect whose checks
 * @param bug what is wrong with them
 * @param sight what of the partition they look at
 */
record GuestCaller(
        Vtl caller, Guest guest, StatusDialect dialect, HypervisorBug bug, Sight sight)
        implements CallerView {

    /** As the host of that design sees {@code caller}. */
    static GuestCaller of(Vtl caller, Guest guest, Design design) {
        return new GuestCaller(caller, guest, design.get(StatusDialect.SWITCH),
                design.get(HypervisorBug.SWITCH), Sight.ALL);
    }

    /** The same, as far as {@code part} goes. */
    GuestCaller seeing(Sight part) {
        return new GuestCaller(caller, guest, dialect, bug, part);
    }

    /** The same, judged by the published text. */
    GuestCaller asPublished() {
        return new GuestCaller(caller, guest, StatusDialect.TLFS, HypervisorBug.NONE, sight);
    }

    /** Whether it is judged by the published text, and by all of it. */
    boolean isAsPublished() {
        return dialect == StatusDialect.TLFS && bug == HypervisorBug.NONE;
    }

    @Override
    public boolean forgets(String check) {
        return bug.forgets(check);
    }

    @Override
    public ProtectionBits protectionBits() {
        return ProtectionBits.TLFS;
    }

    @Override
    public int vtl() {
        return caller.number();
    }

    @Override
    public int vp() {
        return caller.vp().number();
    }

    @Override
    public boolean isPrivileged() {
        return true;
    }

    @Override
    public boolean isRealMode() {
        return false;
    }

    @Override
    public boolean has(HvPrivilege privilege) {
        return true;
    }

    @Override
    public int vps() {
        return guest.vps().size();
    }

    @Override
    public int maximumVtl() {
        return caller.vp().vtls().size() - 1;
    }

    @Override
    public int partitionVtls() {
        return (int) guest.enabledVtls();
    }

    @Override
    public int vtlsOf(int vp) {
        return (int) (sight.ofPromises() ? guest.vps().get(vp).enabledOrPromised()
                : guest.vps().get(vp).enabled.get());
    }

    @Override
    public boolean isStarted(int vp) {
        return sight.ofStarts() && (guest.startedVps() >> vp & 1) != 0;
    }

    @Override
    public long partitionConfig(int vtl) {
        return sight.ofConfig() ? guest.config(vtl) : 0;
    }

    @Override
    public int mbecVtls() {
        return Partition.MBEC_VTL_MASK;
    }

    @Override
    public int mbecEnabledVtls() {
        return (int) guest.mbecVtls();
    }

    @Override
    public boolean canDenyStartup() {
        return true;
    }

    @Override
    public long addressLimit() {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean isMemory(long number) {
        return number < guest.memory.pages().size();
    }

    @Override
    public boolean isFixed(long number) {
        return guest.memory.isFixed((int) number);
    }

    @Override
    public SynicConnection connection(long number) {
        return PortConnection.of(number).in(guest);
    }

    @Override
    public boolean hasApicId(int id) {
        return guest.vps().stream().anyMatch(each -> each.apicId() == id);
    }
}
