/**
 * Files as people write them: read within limits into a tree that knows line and column of each
 * piece, with every problem told at its place.
 */
package org.exitrace.scenarios.document;
