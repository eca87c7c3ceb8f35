/**
 * Empty so far. JMH measurements of the simulator will live here.
 */
package org.exitrace.benchmarks;
