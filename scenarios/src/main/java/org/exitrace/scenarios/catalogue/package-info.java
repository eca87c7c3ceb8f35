/**
 * The scenarios that come with Exitrace, by names that are paths.
 */
package org.exitrace.scenarios.catalogue;
