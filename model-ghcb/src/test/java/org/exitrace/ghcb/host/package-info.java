/** A host for the guest software of this module's tests: as simple and as obliging as can be. */
package org.exitrace.ghcb.host;
