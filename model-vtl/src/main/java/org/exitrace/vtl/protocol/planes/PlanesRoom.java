package org.exitrace.vtl.protocol.planes;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.planes.PlaneRunner.Place;

/** One virtual processor of some planes, its runner, and devices that deliver interrupts. */
public final class PlanesRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.IRR_BEFORE_BIT, ProtocolRule.EVENT_CHECKED);

    private static final String SOURCE = "docs/vtl.md I-60";

    private PlanesRoom() {
    }

    /** A room of {@code planes} planes and {@code devices} interrupts, each to any plane. */
    public static void furnish(ModelBuilder model, int planes, int devices) {
        ProtocolRules rules = roomRules(model.design());
        PlaneNotice notice = new PlaneNotice(model.region("vp0"), planes, devices);
        PlaneRunner runner = new PlaneRunner(model.region("runner"), notice);
        model.program("runner", runner, new RunPlanes(rules).routine());
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            String name = "device" + i;
            Delivery delivery = new Delivery(model.region(name), notice, i);
            deliveries.add(delivery);
            model.program(name, delivery, Delivery.routine(rules, planes));
        }
        promise(model, runner, deliveries);
    }

    /** Whoever runs here sees a request at once, and knows an empty IRR. */
    private static ProtocolRules roomRules(Design design) {
        ProtocolRules asked = ProtocolRules.of(design);
        return rule -> switch (rule) {
            case NONE_IS_NONE -> true;
            case KICKS_TARGET, KICKS_RUNNING -> false;
            default -> asked.keep(rule);
        };
    }

    private static void promise(
            ModelBuilder model, PlaneRunner runner, List<Delivery> deliveries) {
        PlaneNotice notice = runner.notice();
        model.atRest("I-60", "no plane for which user space wants an exit has an interrupt",
                () -> notice.withInterrupts(notice.reqExit.get()) == 0)
                .because("the guest below runs on, and nobody tells user space")
                .from(SOURCE);
        model.never("I-60-bit", "a plane that does not run has a bit that its IRR belies",
                () -> isQuiet(runner, deliveries) && notice.isOutOfStep())
                .because("the bit is all that the next entry looks at").from(SOURCE);
        model.never("I-60-event", "a PLANE_EVENT names no plane that has an interrupt",
                runner.forNothing::isSet)
                .because("a plane is entered for nothing").from(SOURCE);
        model.reachable("event", "a plane runs that was entered for an interrupt",
                () -> runner.place.is(Place.GUEST) && runner.called.isClear()
                        && !runner.isLowest());
    }

    /** Nobody is between two steps of the protocol. */
    private static boolean isQuiet(PlaneRunner runner, List<Delivery> deliveries) {
        return !runner.place.is(Place.KERNEL)
                && deliveries.stream().allMatch(delivery -> delivery.target.isNone());
    }
}
