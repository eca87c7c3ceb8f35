/**
 * How KVM tells whoever runs one plane of a virtual processor that another plane has an interrupt:
 * docs/vtl.md d.7.
 */
package org.exitrace.vtl.protocol.planes;
