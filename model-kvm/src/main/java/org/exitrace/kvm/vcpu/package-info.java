/** What KVM keeps per vCPU, and the requests and kicks by which other threads reach it. */
package org.exitrace.kvm.vcpu;
