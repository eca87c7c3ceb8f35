/** What there is while a guest is migrated: the VM, its pages, and two hosts' memories. */
package org.exitrace.kvm.migration.world;
