/**
 * Sequential code of one actor as labelled atomic steps, with the program counter in the vector:
 * PlusCal's labels, written in Java in the order in which the modelled code runs.
 */
package org.exitrace.engine.routine;
