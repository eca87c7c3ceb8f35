package org.exitrace.psp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.Firmware;

/**
 * What the firmware does in one go: it looks, it does, it looks further, until one look ends the
 * command. A stage is a step of its own where it reaches something that x86 software touches too;
 * where it does not, it joins the step before it, the first one that which copied the command.
 */
final class Stage implements Part {

    private final String name;
    private final Predicate<? super Firmware> reaches;
    private final List<Deed> deeds = new ArrayList<>();
    private boolean ended;

    /** A stage called {@code name} that is a step of its own wherever {@code reaches} holds. */
    Stage(String name, Predicate<? super Firmware> reaches) {
        this.name = name;
        this.reaches = reaches;
    }

    /** A stage that is a step of its own whatever holds. */
    static Stage step(String name) {
        return new Stage(name, null);
    }

    /** A stage that is never a step of its own. */
    static Stage joined() {
        return new Stage("", null);
    }

    /** Looks. */
    void add(Refusal refusal) {
        if (ended) {
            throw new IllegalStateException("'" + refusal.check() + "' stands behind an effect;"
                    + " begin another step with next(), or tell with already() that the effect"
                    + " stays");
        }
        deeds.add(new Deed(refusal, fw -> { }));
    }

    /** Does, whatever later looks say. */
    void already(Consumer<? super Firmware> effect) {
        deeds.add(new Deed(null, effect));
    }

    /** Does, at the end of this stage. */
    void does(Consumer<? super Firmware> effect) {
        deeds.add(new Deed(null, effect));
        ended = true;
    }

    /** What the refusal just written leaves behind. */
    void leaving(Consumer<? super Firmware> effect) {
        int last = deeds.size() - 1;
        if (last < 0 || deeds.get(last).refusal() == null) {
            throw new IllegalStateException("leaving() stands behind a refusal");
        }
        deeds.set(last, new Deed(deeds.get(last).refusal(), effect));
    }

    /** What it looks at, in order. */
    List<Refusal> refusals() {
        return deeds.stream().map(Deed::refusal).filter(Objects::nonNull).toList();
    }

    @Override
    public void write(Block<Firmware> code) {
        if (deeds.isEmpty()) {
            return;
        }
        if (name.isEmpty()) {
            join(code);
        } else if (reaches == null) {
            access(code);
        } else {
            code.when(reaches, this::access, this::join);
        }
    }

    private void access(Block<Firmware> code) {
        code.test(name, this::ends, Block::done).costs("psp.access");
    }

    private void join(Block<Firmware> code) {
        code.when(this::ends, Block::done);
    }

    private boolean ends(Firmware firmware) {
        for (Deed deed : deeds) {
            if (deed.refusal() == null) {
                deed.effect().accept(firmware);
            } else if (deed.refusal().applies().test(firmware)) {
                firmware.status.become(deed.refusal().status());
                deed.effect().accept(firmware);
                return true;
            }
        }
        return false;
    }

    /** A look with what it leaves behind, or without a look an effect. */
    private record Deed(Refusal refusal, Consumer<? super Firmware> effect) {
    }
}
