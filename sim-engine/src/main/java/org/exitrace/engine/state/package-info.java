/**
 * The world as one vector of longs: cells are typed windows on bits of it, regions are named
 * groups of cells, and the layout knows the name, type and place of each.
 *
 * <p>Everything that copies, hashes, compares or prints a state lives here and needs no model.
 */
package org.exitrace.engine.state;
