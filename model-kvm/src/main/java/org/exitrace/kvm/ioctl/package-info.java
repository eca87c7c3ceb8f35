/** What a thread of the VMM can be told to do: one operation for each ioctl. */
package org.exitrace.kvm.ioctl;
