/**
 * What history, or a proposal, did differently: named switches with named values. A design fixes
 * one value of each for a whole run and is written into everything that the run leaves behind.
 */
package org.exitrace.engine.design;
