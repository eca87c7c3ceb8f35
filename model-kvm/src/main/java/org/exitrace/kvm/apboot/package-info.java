/**
 * Booting the application processors: vCPUs, guest software and the outside world put together,
 * with what is promised of them.
 */
package org.exitrace.kvm.apboot;
