/**
 * How KVM handles VMGEXIT through a GHCB page that other virtual CPUs can write meanwhile: what it
 * reads and when, what it refuses, what it answers.
 */
package org.exitrace.kvm.vmgexit;
