/**
 * The x86 side of the mailbox: its registers, and the driver that gives one command at a time.
 */
package org.exitrace.psp.host;
