/**
 * Empty so far. Virtual trust levels will live here: their registers, hypercalls, transitions and
 * protections, as an addition to a host design.
 */
package org.exitrace.vtl;
