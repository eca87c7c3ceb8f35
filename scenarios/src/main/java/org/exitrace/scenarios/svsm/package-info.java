/** The kind of machine with an SVSM below the guest. */
package org.exitrace.scenarios.svsm;
