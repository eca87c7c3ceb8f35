/**
 * Ways through places at which one waits, for what was measured as a whole: launches, the reverse
 * map table, bring-up, IPIs and pings. Scenarios of it predict figures from others.
 */
package org.exitrace.kvm.stations;
