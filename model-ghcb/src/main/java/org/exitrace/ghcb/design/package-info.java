/** Which software runs in the guest, where guests do the same thing in different ways. */
package org.exitrace.ghcb.design;
