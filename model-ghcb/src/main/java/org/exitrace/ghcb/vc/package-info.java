/**
 * The guest's #VC handler: one GHCB page and one backup, nesting by NMI, what it checks when the
 * host has answered.
 */
package org.exitrace.ghcb.vc;
