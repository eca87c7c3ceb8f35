/** Synthetic timers whose registers are saved and restored: docs/vtl.md f.7. */
package org.exitrace.vtl.protocol.stimer;
