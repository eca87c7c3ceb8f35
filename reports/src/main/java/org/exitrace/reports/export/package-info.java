/** What is shown here as files that the tools of others read. */
package org.exitrace.reports.export;
