/**
 * Reports as pages: one self-contained file each, well-formed as XML, that asks nothing of any
 * network and opens from a disk.
 */
package org.exitrace.reports.html;
