/**
 * The host kernel and its VMM, as roles that take atomic steps over the shared state.
 */
package org.exitrace.kvm;
