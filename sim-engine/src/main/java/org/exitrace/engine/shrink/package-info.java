/**
 * From a failing schedule to one from which no step can be left out, and from there to the
 * smallest machine that fails in the same way.
 */
package org.exitrace.engine.shrink;
