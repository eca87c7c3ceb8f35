/** The questions that designs of hosts with VTLs answer differently. */
package org.exitrace.vtl.design;
