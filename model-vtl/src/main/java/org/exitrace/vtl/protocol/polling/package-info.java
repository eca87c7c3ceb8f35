/** How user space waits for an event of a vCPU that does not run: docs/vtl.md d.5. */
package org.exitrace.vtl.protocol.polling;
