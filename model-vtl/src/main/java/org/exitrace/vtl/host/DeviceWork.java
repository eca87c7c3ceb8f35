package org.exitrace.vtl.host;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.design.DeviceRights;
import org.exitrace.vtl.state.Device;
import org.exitrace.vtl.state.VtlCosts;

/**
 * What a device does with a page that the guest has named. By an IOMMU it looks up an entry, and
 * accesses the page in another step by what it keeps of that; if that was invalidated between the
 * two it looks again. Without one the host asks for VTL0's rights and pins the page, both under one
 * lock and here in one step, and lets it go behind the access. Source: docs/vtl.md c.5, f B14.
 */
public final class DeviceWork {

    private static final String NAME = "device";

    private DeviceWork() {
    }

    /** Declares the actor that {@code device} is. */
    public static void declare(ModelBuilder model, Device device) {
        boolean pins = model.design().get(DeviceRights.SWITCH) == DeviceRights.PINNED;
        model.program(model.actor(NAME), device,
                new ProgramCounter(model.region(NAME + "-thread"), "at"),
                Routine.named("dma", "docs/vtl.md c.5", code -> code.forever(loop -> {
                    loop.await("it is asked for an access", Device::isAsked).mayRest();
                    if (pins) {
                        pinned(loop);
                    } else {
                        translated(loop);
                    }
                })));
    }

    private static void translated(Block<Device> code) {
        code.test("look the page up in the IOTLB, or walk the IOMMU's table", Device::looksUp,
                found -> found.test("access the page by the IOTLB", Device::accessesByKept,
                        done -> done.local(device -> device.ends(Device.Answer.DONE)))
                        .costs(VtlCosts.ACCESS),
                none -> none.local(device -> device.ends(Device.Answer.REFUSED)))
                .costs(VtlCosts.ACCESS);
    }

    private static void pinned(Block<Device> code) {
        code.test("may vtl0 do it? Then pin the page", Device::pins, may -> may
                .step("access the page", Device::accesses).costs(VtlCosts.ACCESS)
                .step("unpin the page", device -> device.ends(Device.Answer.DONE))
                .costs(VtlCosts.ACCESS),
                none -> none.local(device -> device.ends(Device.Answer.REFUSED)))
                .costs(VtlCosts.ACCESS);
    }
}
