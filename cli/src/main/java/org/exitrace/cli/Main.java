package org.exitrace.cli;

import org.exitrace.cli.terminal.Console;
import org.exitrace.cli.terminal.Interruption;

/** Where the process begins and ends. */
public final class Main {

    private Main() {
    }

    /** Does what {@code args} ask for. */
    public static void main(String[] args) {
        Interruption interruption = Interruption.ofProcess();
        Session session = Session.shipped(Console.ofProcess(), interruption);
        int status = new CommandLineProgram(session).run(args);
        interruption.finished();
        if (!interruption.getAsBoolean()) {
            System.exit(status);
        }
        // Else the JVM is ending already, with the status that tells of the signal.
    }
}
