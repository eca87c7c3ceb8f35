/**
 * SNP guests as x86 software: the instructions by which a guest looks after its pages, and its
 * driver for messages to the firmware.
 */
package org.exitrace.psp.guest;
