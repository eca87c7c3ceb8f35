/**
 * What scenarios need to know of a model to put a machine together from a file, without knowing
 * the model: its parameters, switches, operations and how it is built.
 */
package org.exitrace.scenarios.machine;
