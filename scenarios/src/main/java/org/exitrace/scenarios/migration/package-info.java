/** Machines whose guest is migrated while it runs, as scenario files name them. */
package org.exitrace.scenarios.migration;
