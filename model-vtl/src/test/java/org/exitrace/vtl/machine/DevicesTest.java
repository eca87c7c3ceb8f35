package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device that accesses pages by itself has the rights of VTL0, whatever changes them. */
class DevicesTest {

    /** The others refuse a default mask that does not read and write. */
    private static final String QEMU = "status-dialect=qemu";

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void aDeviceIsWaitedForOnEachHost(HostDesign host) {
        String name = "vtl-host=" + host.text().label();

        assertThat(broken(protectedUnderway().explore(name))).isEmpty();
        assertThat(broken(protectedUnderway().explore(name, "device-rights=unflushed")))
                .containsExactly("I-35-device");
        assertThat(broken(protectedUnderway().explore(name, "device-rights=invalidates-first")))
                .containsExactly("I-35-device");
        assertThat(broken(protectedUnderway().explore(name, "device-rights=all-memory")))
                .containsExactly("I-35-device", "I-37-device");
    }

    @Test
    void aDefaultMaskTakesThePageFromTheDeviceToo() {
        ScriptedGuest guest = guest().runs("vp0-vtl0", "start-dma page=0 write=true value=1",
                "vtl-call", "await-dma -> SUCCESS|OPERATION_DENIED", "start-dma page=0",
                "await-dma -> OPERATION_DENIED")
                .runs("vp0-vtl1", "set-partition-config vtl=1 mask=none", "vtl-return");

        assertThat(broken(guest.explore(QEMU))).isEmpty();
        assertThat(broken(guest.explore(QEMU, "device-rights=unflushed")))
                .contains("I-35-device");
    }

    @Test
    void aDeviceAtWorkTakesNoOtherPageAndReadsWhatIsThere() {
        ScriptedGuest guest = guest().runs("vp0-vtl0", "write-page page=0 value=2",
                "start-dma page=0 -> SUCCESS", "start-dma page=0 -> SUCCESS|OBJECT_IN_USE",
                "await-dma -> 2");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("device-rights=pinned"))).isEmpty();
    }

    @Test
    void rightsOfAPageThatIsPinnedAreNotChanged() {
        ScriptedGuest guest = guest().runs("vp0-vtl0", "start-dma page=0 write=true value=1",
                "vtl-call", "await-dma").runs("vp0-vtl1", "set-partition-config vtl=1",
                        "modify-protection vtl=1 page=0 mask=none -> SUCCESS|OPERATION_DENIED",
                        "vtl-return");
        String[] refuses = {"device-rights=pinned", "status-dialect=openvmm"};

        assertThat(broken(guest.explore(refuses))).containsExactly("I-50");
        assertThat(broken(guest.explore(refuses[0], refuses[1], "hypervisor-bug=changes-pinned")))
                .containsExactlyInAnyOrder("I-35-device", "I-50");
    }

    @Test
    void aResetGivesTheDeviceItsRightsBack() {
        ScriptedGuest guest = guest().runs("vp0-vtl0", "vtl-call", "reset", "start-dma page=0",
                "await-dma -> 0").runs("vp0-vtl1", "set-partition-config vtl=1",
                        "modify-protection vtl=0 page=0 mask=none", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
    }

    private static ScriptedGuest protectedUnderway() {
        return guest().runs("vp0-vtl0", "start-dma page=0 write=true value=1", "vtl-call",
                "await-dma -> SUCCESS|OPERATION_DENIED")
                .runs("vp0-vtl1", "set-partition-config vtl=1",
                        "modify-protection vtl=0 page=0 mask=none -> SUCCESS", "vtl-return");
    }

    private static ScriptedGuest guest() {
        return new ScriptedGuest(new VtlBounds(1, 2, 1, new VtlParts(1, 0, false), 0));
    }
}
