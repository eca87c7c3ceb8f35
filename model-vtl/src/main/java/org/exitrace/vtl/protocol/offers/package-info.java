/** Numbers of offered channels that are given anew: docs/vtl.md f.12. */
package org.exitrace.vtl.protocol.offers;
