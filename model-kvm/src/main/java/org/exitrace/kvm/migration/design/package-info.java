/** Questions that designs of live migration answer, a value for each historic behaviour. */
package org.exitrace.kvm.migration.design;
