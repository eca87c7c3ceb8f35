/** A request to a processor, and a bit by which others go: docs/vtl.md f.6. */
package org.exitrace.vtl.protocol.request;
