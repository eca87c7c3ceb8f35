/**
 * Guest software at and after the hand-over to an operating system: the last firmware park, the
 * jump table, Linux's bring-up, CPU hotplug and kexec, as far as AP boot needs them.
 */
package org.exitrace.ghcb.linux;
