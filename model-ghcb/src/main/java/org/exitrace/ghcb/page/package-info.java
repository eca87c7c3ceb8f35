/**
 * The GHCB page as memory that guest and host share: each access to one of its fields is a step
 * of whoever makes it.
 */
package org.exitrace.ghcb.page;
