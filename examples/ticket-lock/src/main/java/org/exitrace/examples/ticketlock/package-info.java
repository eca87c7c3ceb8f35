/**
 * A ticket lock, modelled and checked: what a protocol of your own takes.
 */
package org.exitrace.examples.ticketlock;
