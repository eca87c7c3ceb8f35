package org.exitrace.vtl.host.companion;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * How the VMM learns of interrupts for VTLs whose thread is stopped: that thread waits for events
 * of its vCPU as those above do, and tells the one that has the processor (docs/vtl.md c.4,
 * reading). Who is entered writes whose turn it is before it asks who has looked; who looks says so
 * before it reads whose turn it is: nobody is missed.
 */
final class VinaWatch extends Region {

    /** Its thread has looked, and waits until it is asked again. */
    private final FlagCell told = cells().flag("told");
    /** A VTL below would take an interrupt. */
    private final FlagCell due = cells().flag("due");
    private final VcpuThread self;
    private final Siblings siblings;

    VinaWatch(CellScope scope, VcpuThread self, Siblings siblings) {
        super(scope);
        this.self = self;
        this.siblings = siblings;
    }

    /** It is stopped, and waits for events of its vCPU on behalf of the VTL above that runs. */
    boolean listens() {
        return self.isStoppedIdle() && told.isClear()
                && siblings.runsAbove(self).filter(VinaWatch::wants).isPresent();
    }

    private static boolean wants(VcpuThread above) {
        return above.vtl().vina().enabled.isSet();
    }

    /** It looks, and not again until it is asked to. */
    void looks() {
        told.raise();
    }

    /** Finds whose turn it is, if that is above it. */
    boolean finds() {
        Optional<VcpuThread> above = siblings.runsAbove(self);
        above.ifPresent(thread -> self.wants(thread.vtl()));
        return above.isPresent();
    }

    /** The VTL above wants to know of an interrupt of this one. */
    boolean isDue() {
        boolean isDue = heard().vtl().vina().isDue(self.vtl());
        if (!isDue) {
            self.wantsNobody();
        }
        return isDue;
    }

    /** It tells the thread of the VTL above, which takes notice before it enters its guest. */
    void tells() {
        VcpuThread above = heard();
        above.watch().due.raise();
        above.signal.raise();
        above.kick();
        self.wantsNobody();
    }

    private VcpuThread heard() {
        return self.partner == null ? siblings.higher()
                : siblings.threads().get(self.partner.get());
    }

    /** It was told, and would still be. */
    boolean isTold() {
        return due.testAndClear() && dueBelow().isPresent();
    }

    /** Its VTL is told of an interrupt that a VTL below would take. */
    void fires() {
        self.vtl().vina().fire(self.vtl(), dueBelow().orElse(siblings.threads().get(0)).vtl());
    }

    private Optional<VcpuThread> dueBelow() {
        List<VcpuThread> below = siblings.threads().subList(0, self.vtl().number());
        return below.stream().filter(each -> self.vtl().vina().isDue(each.vtl())).findFirst();
    }

    /** Nobody looks at {@code lower} any more, although its VTL wants to know. */
    boolean asksAgain(int lower) {
        return self.vtl().number() > lower && of(lower).told.isSet()
                && self.vtl().vina().mayRise();
    }

    /** The thread of {@code lower} looks again. */
    void letsLook(int lower) {
        of(lower).told.clear();
    }

    private VinaWatch of(int vtl) {
        return siblings.threads().get(vtl).watch();
    }

    /** Its vCPU enters the guest: neither it nor anybody above has to be told of what was. */
    void enters() {
        told.clear();
        for (int above = self.vtl().number(); above < siblings.threads().size(); above++) {
            of(above).due.clear();
        }
    }
}
