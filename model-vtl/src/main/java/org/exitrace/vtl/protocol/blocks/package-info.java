/** Blocks of hypercalls in pages that a higher VTL protects: docs/vtl.md d.3, 1E. */
package org.exitrace.vtl.protocol.blocks;
