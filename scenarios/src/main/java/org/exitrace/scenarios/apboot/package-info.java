/** Machines that boot application processors, as scenario files name them. */
package org.exitrace.scenarios.apboot;
