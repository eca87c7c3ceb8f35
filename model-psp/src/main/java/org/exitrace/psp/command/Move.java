package org.exitrace.psp.command;

/**
 * A change of state that a command makes, as diagrams show it.
 *
 * @param machine whose state: {@code platform}, {@code snp}, {@code guest}, {@code activation},
 *     {@code asid}, {@code gctx}, {@code page}
 * @param from the state before
 * @param to the state behind
 */
public record Move(String machine, Enum<?> from, Enum<?> to) {
}
