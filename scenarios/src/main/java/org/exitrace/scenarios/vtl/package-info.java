/** Machines with virtual trust levels, as scenario files name them. */
package org.exitrace.scenarios.vtl;
