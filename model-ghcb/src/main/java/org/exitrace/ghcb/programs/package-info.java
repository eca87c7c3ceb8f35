/** All that scripts can tell the software of a guest to do. */
package org.exitrace.ghcb.programs;
