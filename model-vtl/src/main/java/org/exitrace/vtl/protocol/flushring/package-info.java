/** Requests for flushes in a ring that its reader takes no lock for: docs/vtl.md f.3. */
package org.exitrace.vtl.protocol.flushring;
