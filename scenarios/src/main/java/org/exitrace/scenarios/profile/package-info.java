/**
 * Timing profiles as data files: what each step costs on one platform, each figure with its
 * source or marked as assumed.
 */
package org.exitrace.scenarios.profile;
