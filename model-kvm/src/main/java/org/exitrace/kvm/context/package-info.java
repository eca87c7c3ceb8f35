/** Two VMs and one encryption context: mirrors, and moves inside a host. */
package org.exitrace.kvm.context;
