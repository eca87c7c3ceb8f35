/** One run of a model: the loop, what is enabled, who chooses, and what was done. */
package org.exitrace.engine.run;
