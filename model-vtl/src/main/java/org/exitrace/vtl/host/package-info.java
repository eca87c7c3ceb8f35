/** Host designs: who keeps the VTLs of a virtual processor, and who switches between them. */
package org.exitrace.vtl.host;
