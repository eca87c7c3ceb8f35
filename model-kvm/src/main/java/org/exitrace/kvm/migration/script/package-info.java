/** What scripts can tell a guest's vCPU and the migrating VMM to do. */
package org.exitrace.kvm.migration.script;
