/** Looking something up while its owner makes or removes it: docs/vtl.md d.4 R2. */
package org.exitrace.vtl.protocol.removal;
