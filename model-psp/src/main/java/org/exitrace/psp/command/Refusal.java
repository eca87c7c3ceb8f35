package org.exitrace.psp.command;

import java.util.function.Predicate;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.Status;

/**
 * One thing that the firmware looks at before it does a command.
 *
 * @param check short name, unique in its command; conformance tables name it
 * @param status what the command then answers
 * @param sentence what is wrong, as a person reads it
 * @param applies whether it is so
 */
public record Refusal(
        String check, Status status, String sentence, Predicate<? super Firmware> applies) {
}
