package org.exitrace.psp.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.Status;

/**
 * How the firmware handles one command: what it refuses, in order, the first that applies winning,
 * and what it does otherwise.
 *
 * <p>Firmware is serial and what it keeps is its own, so that all this belongs to the step in which
 * the command was copied, up to the first access to something that x86 software touches too:
 * {@link #next} begins the step of that access, and of each further one.
 */
public final class Handler {

    private final CommandId command;
    private final String source;
    private final List<Part> parts = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<String> flaws = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Argument> arguments = new ArrayList<>();

    private Handler(CommandId command, String source) {
        this.command = command;
        this.source = source;
        parts.add(Stage.joined());
        if (command.writesBuffer()) {
            declare(CommandBuffer.PAGE);
            moves(new Move("page", PageState.FIRMWARE, PageState.RECLAIM));
        }
    }

    /** A command that refuses nothing and does nothing so far, as read in {@code source}. */
    public static Handler of(CommandId command, String source) {
        return new Handler(command, source);
    }

    /** Next it looks whether {@code applies}; if so, the answer is {@code status}. */
    public Handler refuse(
            String check, Status status, String sentence, Predicate<? super Firmware> applies) {
        Refusal refusal = new Refusal(check, status, sentence, applies);
        declare(refusal);
        stage().add(refusal);
        return this;
    }

    /** Next it looks whether the caller's input has the flaw {@code check}. */
    public Handler refuseFlaw(String check, Status status, String sentence) {
        return refuseFlaw(check, status, sentence, fw -> true);
    }

    /** The same for input that the command reads only where {@code read} holds. */
    public Handler refuseFlaw(
            String check, Status status, String sentence, Predicate<? super Firmware> read) {
        int place = flaws.size();
        flaws.add(check);
        return refuse(check, status, sentence,
                fw -> fw.command.flaws.has(place) && read.test(fw));
    }

    /**
     * Next it looks whether {@code applies}; if so, nothing is left to do and the answer is
     * SUCCESS. Tables treat it as they treat refusals: others come before it or behind it.
     */
    public Handler succeedIf(
            String check, String sentence, Predicate<? super Firmware> applies) {
        return refuse(check, Status.SUCCESS, sentence, applies);
    }

    /** What the refusal just told leaves behind. */
    public Handler leaving(Consumer<? super Firmware> effect) {
        stage().leaving(effect);
        return this;
    }

    /** What it does before it looks further, and does not undo if it then refuses. */
    public Handler already(Consumer<? super Firmware> effect) {
        stage().already(effect);
        return this;
    }

    /** Several refusals that commands have in common. */
    public Handler with(Consumer<Handler> shared) {
        shared.accept(this);
        return this;
    }

    /** What it does when nothing was refused up to here. */
    public Handler does(Consumer<? super Firmware> effect) {
        stage().does(effect);
        return this;
    }

    /** From here on another step, for one more access to what is shared: {@code name} tells it. */
    public Handler next(String name) {
        parts.add(Stage.step(name));
        return this;
    }

    /** The same where {@code reaches} holds; elsewhere the step before goes on. */
    public Handler next(String name, Predicate<? super Firmware> reaches) {
        parts.add(new Stage(name, reaches));
        return this;
    }

    /** The step before goes on, behind code of its own or an effect. */
    public Handler then() {
        parts.add(Stage.joined());
        return this;
    }

    /**
     * A flaw that {@link #code} meets on its way; the refusal is declared where the code is.
     */
    public Refusal flaw(
            String check, Status status, String sentence, Predicate<? super Firmware> met) {
        int place = flaws.size();
        flaws.add(check);
        return new Refusal(check, status, sentence,
                fw -> fw.command.flaws.has(place) && met.test(fw));
    }

    /**
     * Code of its own, for what takes a loop of shared accesses: it sets {@link Firmware#status}
     * where it refuses, which it tells in {@code declared}.
     */
    public Handler code(List<Refusal> declared, Consumer<Block<Firmware>> text) {
        declared.forEach(this::declare);
        parts.add(new Text(text));
        return this;
    }

    /** The arguments that it reads. */
    public Handler takes(Argument... read) {
        arguments.addAll(List.of(read));
        return this;
    }

    /** Declares a change of state that diagrams show; what makes it is an effect. */
    public Handler moves(Move move) {
        moves.add(move);
        return this;
    }

    /** Which command. */
    public CommandId command() {
        return command;
    }

    /** Where it was read. */
    public String source() {
        return source;
    }

    /** All that it refuses, in order. */
    public List<Refusal> refusals() {
        return Collections.unmodifiableList(refusals);
    }

    /** Those refusals that are looked at in the same stage as {@code refusal}, in order. */
    public List<Refusal> refusalsBeside(Refusal refusal) {
        for (Part part : parts) {
            if (part instanceof Stage stage && stage.refusals().contains(refusal)) {
                return stage.refusals();
            }
        }
        return List.of(refusal);
    }

    /** The flaws of input that it knows; their place is their bit. */
    public List<String> flaws() {
        return Collections.unmodifiableList(flaws);
    }

    /** The changes of state that it declares. */
    public List<Move> moves() {
        return Collections.unmodifiableList(moves);
    }

    /** The arguments that it reads, in order. */
    public List<Argument> arguments() {
        return Collections.unmodifiableList(arguments);
    }

    /** The routine that handles it. */
    public Routine<Firmware> routine() {
        return Routine.named(command.name(), source, code -> {
            for (Part part : parts) {
                part.write(code);
                code.when(Firmware::isRefused, refused -> refused.done());
            }
        });
    }

    private Stage stage() {
        Part last = parts.get(parts.size() - 1);
        if (!(last instanceof Stage stage)) {
            throw new IllegalStateException(command + ": name the step with next() first");
        }
        return stage;
    }

    private void declare(Refusal refusal) {
        if (refusals.stream().anyMatch(other -> other.check().equals(refusal.check()))) {
            throw new IllegalArgumentException(
                    command + " refuses '" + refusal.check() + "' twice");
        }
        refusals.add(refusal);
    }

    private record Text(Consumer<Block<Firmware>> text) implements Part {
        @Override
        public void write(Block<Firmware> code) {
            text.accept(code);
        }
    }
}
