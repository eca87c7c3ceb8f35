/**
 * Search over all schedules: which states a model can get into, whether each of its promises holds
 * in all of them, and the shortest schedule that breaks one.
 */
package org.exitrace.engine.explore;
