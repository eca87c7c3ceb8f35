package org.exitrace.engine.routine;

/**
 * Where the three ways out of a block lead.
 *
 * @param exit the end of the routine
 * @param leave behind the innermost loop, or {@code null} outside of loops
 * @param again the head of the innermost loop, or {@code null} outside of loops
 */
record Targets(Jump exit, Jump leave, Jump again) {

    Targets insideLoop(Jump behind, Jump head) {
        return new Targets(exit, behind, head);
    }
}
