/**
 * Guarded atomic steps, each of one actor: the only way in which a state changes.
 */
package org.exitrace.engine.step;
