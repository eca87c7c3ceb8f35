/**
 * What scripted host threads can be told to do.
 */
package org.exitrace.psp.script;
