/**
 * Empty so far. The SEV firmware will live here: its guest and platform states, its commands with
 * their status codes, the reverse map table and the mailbox.
 */
package org.exitrace.psp;
