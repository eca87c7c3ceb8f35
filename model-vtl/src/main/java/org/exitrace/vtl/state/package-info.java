/** Partition, virtual processors and their VTLs, as every host design shows them to the guest. */
package org.exitrace.vtl.state;
