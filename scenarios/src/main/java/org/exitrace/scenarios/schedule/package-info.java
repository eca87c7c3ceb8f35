/**
 * Recorded schedules as JSON files: written so that a difference reads well, read strictly, and
 * checked against the scenario and the model to which they belong.
 */
package org.exitrace.scenarios.schedule;
