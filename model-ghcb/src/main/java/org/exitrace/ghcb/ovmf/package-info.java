/**
 * OVMF's multiprocessor services as far as AP boot needs them: the shared words by which the
 * bootstrap processor and the APs tell each other how far they are, and the rounds in which APs
 * are woken, work and park again.
 */
package org.exitrace.ghcb.ovmf;
