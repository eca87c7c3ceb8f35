/** What the guest does: it converts pages, announces them, boots, ends, and takes CPUs offline. */
package org.exitrace.kvm.migration.guest;
