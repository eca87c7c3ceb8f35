/**
 * All that repeats a run: the names of its steps with the setting they belong to, how it is
 * recorded, replayed and compared, and the one line that is pasted into a mail.
 */
package org.exitrace.engine.schedule;
