/** KVM_RUN, as far as mirrors, moves and caches are concerned. */
package org.exitrace.kvm.enter;
