/** Virtual trust levels: what their guests see, and the hosts that were proposed for them. */
package org.exitrace.vtl;
