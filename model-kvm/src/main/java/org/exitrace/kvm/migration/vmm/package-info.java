/** What user space does to migrate a guest: rounds of pages, the stop, and the destination. */
package org.exitrace.kvm.migration.vmm;
