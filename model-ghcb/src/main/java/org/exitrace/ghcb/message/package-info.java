/**
 * Messages between an SNP guest and the firmware, as the host sees them: two shared pages, and who
 * counts what.
 */
package org.exitrace.ghcb.message;
