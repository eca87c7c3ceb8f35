/** The generator of all chance, specified here so that seeds outlive releases of the JDK. */
package org.exitrace.engine.random;
