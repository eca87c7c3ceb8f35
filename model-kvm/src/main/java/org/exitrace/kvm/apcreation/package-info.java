/**
 * Virtual CPUs that an SNP guest creates and destroys: the request, how its target is told, and
 * what the target makes of it. docs/ghcb.md e.6.
 */
package org.exitrace.kvm.apcreation;
