/**
 * Names, numbers and codes of the published guest/host contract, each with where it was read; no
 * behaviour. The GHCB specification itself was not at hand: all numbers are second-hand, through
 * the Linux and edk2 sources that implement it.
 */
package org.exitrace.ghcb.spec;
