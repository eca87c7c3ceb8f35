/**
 * The pages in which an SNP guest keeps the state of its virtual CPUs, and who runs from which:
 * docs/ghcb.md e.6.
 */
package org.exitrace.ghcb.vmsa;
