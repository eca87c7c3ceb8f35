/** What designs of the step protocols answer differently. */
package org.exitrace.vtl.protocol.design;
