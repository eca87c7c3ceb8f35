/** What the code of a guest does in its VTLs, one instruction a step. */
package org.exitrace.vtl.guest;
