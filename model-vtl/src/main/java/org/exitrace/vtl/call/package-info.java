/** Hypercalls as scripts make them, with their arguments. */
package org.exitrace.vtl.call;
