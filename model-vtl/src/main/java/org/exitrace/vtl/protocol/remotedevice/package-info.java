/** A device in another process, its proxy, and a reset between them: docs/vtl.md f.10. */
package org.exitrace.vtl.protocol.remotedevice;
