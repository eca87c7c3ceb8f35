/**
 * Scripted actors: a list of a model's operations, each with the result that it must give, linked
 * into one routine, so that a whole conversation can be written down as data.
 */
package org.exitrace.engine.script;
