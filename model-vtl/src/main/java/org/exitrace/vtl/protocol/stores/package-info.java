/** What a processor has stored and others do not see yet, which several protocols depend on. */
package org.exitrace.vtl.protocol.stores;
