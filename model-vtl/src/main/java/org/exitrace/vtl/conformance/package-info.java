/**
 * Tables of what hypercalls answer: rows of data, each of which is decided for the caller that it
 * tells, in the dialects that it names.
 */
package org.exitrace.vtl.conformance;
