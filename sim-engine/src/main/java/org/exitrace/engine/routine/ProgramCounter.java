package org.exitrace.engine.routine;

import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellScope;

/** The cell that says where a program stands: 0 when it has ended or was not started. */
public final class ProgramCounter extends Cell {

    private Program<?> program;

    /** Declares a program counter; its width follows from the program that is given to it. */
    public ProgramCounter(CellScope scope, String name) {
        super(scope, name);
    }

    /** Whether the program has ended, or was not started. */
    public boolean isIdle() {
        return load() == Jump.ENDED;
    }

    /** Starts the program from its beginning, wherever it stood. */
    public void start() {
        go(program.beginning());
    }

    /** Ends the program, wherever it stood. */
    public void stop() {
        store(Jump.ENDED);
    }

    /** Lets the program go on from {@code entry}, wherever it stood. */
    public void enter(EntryPoint entry) {
        go(program.entry(entry));
    }

    /**
     * Whether the program stands at the label of that name, such as {@code lock: leaves}.
     *
     * @throws UnknownLabelException if the program has no such label in the model's design
     */
    public boolean isAt(String label) {
        if (program.labelName((int) load()).equals(label)) {
            return true;
        }
        program.mustHave(label);
        return false;
    }

    int at() {
        return (int) load();
    }

    void go(Jump jump) {
        store(jump.resolve());
    }

    void go(int place, Jump jump) {
        store(place >= 0 ? place : jump.resolve());
    }

    void runs(Program<?> sequence) {
        if (program != null) {
            throw new IllegalStateException(name() + " already counts for another program");
        }
        program = sequence;
    }

    void beginsAt(int place) {
        startAt(place);
    }

    @Override
    protected int bits() {
        if (program == null) {
            throw new IllegalStateException(name() + " has no program");
        }
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(program.labelCount()));
    }

    @Override
    public String render(long raw) {
        return program.labelName((int) raw);
    }

    @Override
    public String describeType() {
        return "a label of " + program.name();
    }
}
