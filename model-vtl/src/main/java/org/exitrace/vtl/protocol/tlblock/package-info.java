/** TLB locks as a paravisor keeps them: docs/vtl.md f.2. */
package org.exitrace.vtl.protocol.tlblock;
