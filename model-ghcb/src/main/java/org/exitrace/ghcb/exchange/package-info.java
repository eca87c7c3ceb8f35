/** What scripts can tell virtual CPUs to do that speak to their host through whole GHCB pages. */
package org.exitrace.ghcb.exchange;
