/**
 * Guest code that all guests share: parking in AP reset hold, sending INIT and SIPI, and the
 * design switches that say how a guest goes about it.
 */
package org.exitrace.ghcb.guest;
