/** Tables of checks that come with the models, by names that are paths like those of scenarios. */
package org.exitrace.scenarios.table;
