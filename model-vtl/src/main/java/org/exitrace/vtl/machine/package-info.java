/** Puts a guest with VTLs and a host design together. */
package org.exitrace.vtl.machine;
