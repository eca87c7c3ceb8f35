/** Names and numbers of live migration's interfaces, each with its source, and no behaviour. */
package org.exitrace.kvm.migration.spec;
