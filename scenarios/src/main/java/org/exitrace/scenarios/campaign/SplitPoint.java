package org.exitrace.scenarios.campaign;

import org.exitrace.engine.time.Lineage;

/**
 * Where runs branch off: behind some steps of a run, in a state so near to what is looked for.
 *
 * @param lineage where the run got its chance from
 * @param steps how many it had taken; 0 is a run's beginning
 */
record SplitPoint(Lineage lineage, long steps) {
}
