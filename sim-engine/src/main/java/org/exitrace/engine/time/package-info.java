/**
 * Virtual time: what a step costs, read from a profile, and the scheduler that takes the step with
 * the least start. All of it in whole nanoseconds, so that it is the same on every JVM.
 */
package org.exitrace.engine.time;
