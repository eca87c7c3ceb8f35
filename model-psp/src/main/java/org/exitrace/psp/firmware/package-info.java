/**
 * What the firmware keeps, and what it shares with x86 software: the nouns of the model.
 */
package org.exitrace.psp.firmware;
