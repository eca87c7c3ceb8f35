/** The page by which parked APs are told where to begin, and who says which page that is. */
package org.exitrace.ghcb.jumptable;
