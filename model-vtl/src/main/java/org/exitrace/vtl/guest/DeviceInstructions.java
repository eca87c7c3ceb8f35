package org.exitrace.vtl.guest;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Device;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;
import org.exitrace.vtl.state.VtlResults;

/** What a VTL reads of a device that accesses pages by itself. */
final class DeviceInstructions {

    private DeviceInstructions() {
    }

    static List<Operation<Vtl>> all() {
        List<String> words = new ArrayList<>(VtlResults.values());
        words.add(HvStatus.SUCCESS.name());
        words.add(HvStatus.OPERATION_DENIED.name());
        return List.of(Operation.<Vtl>named("await-dma", "waits until the device is through, and"
                + " reads what it has read", vtl -> vtl.result)
                .gives(words.toArray(String[]::new)).from("docs/vtl.md c.5")
                .does(given -> Routine.named("await-dma", "", code -> code
                        .await("the device is through", vtl -> !device(vtl).answer.is(
                                Device.Answer.NONE), DeviceInstructions::read)
                        .costs(VtlCosts.INSTRUCTION))));
    }

    private static Device device(Vtl vtl) {
        return vtl.view().memory().device().orElseThrow();
    }

    private static void read(Vtl vtl) {
        Device device = device(vtl);
        boolean refused = device.answer.is(Device.Answer.REFUSED);
        vtl.retires();
        vtl.result.become(refused ? HvStatus.OPERATION_DENIED.name()
                : device.isWrite() ? HvStatus.SUCCESS.name()
                : Integer.toString(device.word.get()));
    }
}
