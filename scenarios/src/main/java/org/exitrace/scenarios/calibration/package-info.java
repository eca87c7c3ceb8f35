/** From a recorded trace to a timing profile: which exits tell what a cost key costs. */
package org.exitrace.scenarios.calibration;
