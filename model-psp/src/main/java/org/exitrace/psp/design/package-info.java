/**
 * The questions that designs of the host's side answer differently.
 */
package org.exitrace.psp.design;
