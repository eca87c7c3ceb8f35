/** Machines whose guest and host speak through whole GHCB pages. */
package org.exitrace.kvm.exchange;
