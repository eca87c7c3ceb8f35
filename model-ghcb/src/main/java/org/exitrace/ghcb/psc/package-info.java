/**
 * How guests change the state of their pages: PVALIDATE, the request by list or by MSR, the
 * mapping, and what each guest looks at when the host has answered.
 */
package org.exitrace.ghcb.psc;
