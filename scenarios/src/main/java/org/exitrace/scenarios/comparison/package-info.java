/** Comparing the designs of a family: searches, cells, and what is measured. */
package org.exitrace.scenarios.comparison;
