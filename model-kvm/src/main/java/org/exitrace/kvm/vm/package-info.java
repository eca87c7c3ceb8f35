/** A virtual machine as a whole: what it has, and how its host was built. */
package org.exitrace.kvm.vm;
