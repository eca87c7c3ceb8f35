/** Read sections, as of SRCU and RCU, which several protocols have. */
package org.exitrace.vtl.protocol.section;
