/** Writes elements by hand, so that no text can become markup. */
package org.exitrace.reports.markup;
