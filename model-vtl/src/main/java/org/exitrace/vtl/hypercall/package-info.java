/**
 * What each hypercall refuses: checks in their order, with the answer of each dialect, as pure
 * conditions over what a caller can be seen to be. No cells and no steps: hosts bring those.
 */
package org.exitrace.vtl.hypercall;
