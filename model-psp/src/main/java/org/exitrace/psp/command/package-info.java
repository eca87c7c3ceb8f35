/**
 * The commands: what each refuses, in the order in which the firmware looks, and what it does.
 */
package org.exitrace.psp.command;
