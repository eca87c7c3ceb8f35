/**
 * A virtual CPU with an SVSM at VMPL 0 and a guest at another VMPL: run-VMPL, the call-pending byte
 * and the #HV page. docs/ghcb.md e.7.
 */
package org.exitrace.ghcb.svsm;
