/** Order statistics, intervals and histograms of samples: exact where exactness can be had. */
package org.exitrace.reports.statistics;
