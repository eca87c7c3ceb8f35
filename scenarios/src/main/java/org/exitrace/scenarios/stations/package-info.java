/** The kind of machine that predicts measured figures from others. */
package org.exitrace.scenarios.stations;
