/** Reports as plain ASCII in at most 100 columns: for terminals, mails and golden files. */
package org.exitrace.reports.text;
