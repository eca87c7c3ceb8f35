/** What kernels, patches and proposals did differently: the switches of KVM's models. */
package org.exitrace.kvm.design;
