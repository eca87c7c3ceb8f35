/** Machines with a secure processor, as scenario files name them. */
package org.exitrace.scenarios.psp;
