package org.exitrace.vtl.protocol.remotedevice;

import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A VMM whose chipset has a device in another process, and a reset. */
public final class RemoteDeviceRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.CLEARED_LAST, ProtocolRule.ANSWERS_DRAINED);

    private RemoteDeviceRoom() {
    }

    /** A room with {@code count} accesses on their way. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        RemoteDevice device = new RemoteDevice(model.region("device"), count);
        DeviceProxy proxy = new DeviceProxy(model.region("proxy"), device, count);
        model.program("vmm", proxy,
                DeviceProxy.life(ProtocolRules.of(model.design()), count));
        model.program("poll", proxy, DeviceProxy.poll(count));
        model.program("reset", device, RemoteDevice.reset());
        for (int i = 0; i < count; i++) {
            model.program("device" + i, device, RemoteDevice.serve(i));
        }
        model.never("unknown", "an answer comes for an access that the proxy does not know",
                proxy.unknown::isSet).because("the VMM stops").from("docs/vtl.md f.10");
        model.never("stale", "an access behind the reset is answered by what came before it",
                proxy.stale::isSet).because("the guest reads a value of its last life")
                .from("docs/vtl.md f.10");
        model.reachable("answered", "the access behind the reset has its answer",
                proxy.answered::isSet);
    }
}
