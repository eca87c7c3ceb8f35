/** Who flushes and who enters VTL 0, each of whom says so and then looks: docs/vtl.md f.8. */
package org.exitrace.vtl.protocol.flushwake;
