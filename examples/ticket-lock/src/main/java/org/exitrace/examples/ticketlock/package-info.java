/**
 * Empty so far. A ticket lock will live here, modelled and checked in one small file.
 */
package org.exitrace.examples.ticketlock;
