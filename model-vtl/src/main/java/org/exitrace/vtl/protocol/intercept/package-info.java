/** How the message of an intercept comes to its registers: docs/vtl.md d.4, R3 and R6. */
package org.exitrace.vtl.protocol.intercept;
