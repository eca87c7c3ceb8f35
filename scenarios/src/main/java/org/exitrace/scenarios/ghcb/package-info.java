/** The kind of machine whose guest and host speak through whole GHCB pages. */
package org.exitrace.scenarios.ghcb;
