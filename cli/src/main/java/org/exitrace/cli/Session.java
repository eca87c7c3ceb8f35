package org.exitrace.cli;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.exitrace.cli.terminal.Console;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.table.CheckTables;

/**
 * All that a verb needs from outside. The library is made when somebody asks for it: it knows all
 * models, and loading them takes longer than a list.
 */
final class Session {

    private final Console console;
    private final BooleanSupplier interrupted;
    private final Supplier<Catalogue> index;
    private final Supplier<Library> newLibrary;
    private final Supplier<MachineKinds> kinds;
    private Library library;

    /** With a library of somebody's own. */
    Session(Console console, BooleanSupplier interrupted, Supplier<Catalogue> index,
            Supplier<Library> newLibrary, Supplier<MachineKinds> kinds) {
        this.console = console;
        this.interrupted = interrupted;
        this.index = index;
        this.newLibrary = newLibrary;
        this.kinds = kinds;
    }

    /** With what comes with the program. */
    static Session shipped(Console console, BooleanSupplier interrupted) {
        return new Session(console, interrupted,
                () -> new Catalogue(new MachineKinds(List.of())), Library::new, KnownMachines::all);
    }

    Console console() {
        return console;
    }

    BooleanSupplier interrupted() {
        return interrupted;
    }

    /** The catalogue, of which only the index may be asked for. */
    Catalogue index() {
        return index.get();
    }

    Library library() {
        if (library == null) {
            library = newLibrary.get();
        }
        return library;
    }

    /** The tables of checks; read anew when they are asked for. */
    CheckTables tables() {
        return new CheckTables();
    }

    MachineKinds kinds() {
        return kinds.get();
    }
}
