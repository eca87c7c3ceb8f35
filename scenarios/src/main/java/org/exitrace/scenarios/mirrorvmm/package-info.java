/** Machines whose VMM has a mirror VM, as scenario files name them. */
package org.exitrace.scenarios.mirrorvmm;
