/**
 * The contract between an encrypted guest and its host: the shared block, the MSR protocol and the
 * exits that use them.
 */
package org.exitrace.ghcb;
