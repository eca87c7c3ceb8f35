/**
 * What guest and host both see of one virtual CPU: whether it runs guest code, why it left it, and
 * the GHCB page and MSR through which the two speak.
 */
package org.exitrace.ghcb.cpu;
