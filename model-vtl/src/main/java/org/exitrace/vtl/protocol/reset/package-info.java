/** A reset of all processors, and somebody who gives them work: docs/vtl.md f.5. */
package org.exitrace.vtl.protocol.reset;
