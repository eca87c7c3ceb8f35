/**
 * The SEV firmware and the mailbox by which x86 software talks to it.
 */
package org.exitrace.psp;
