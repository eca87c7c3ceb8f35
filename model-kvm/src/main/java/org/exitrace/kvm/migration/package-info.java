/** Live migration of an SEV guest: the RFCs of 2020 and 2021, and what landed. */
package org.exitrace.kvm.migration;
