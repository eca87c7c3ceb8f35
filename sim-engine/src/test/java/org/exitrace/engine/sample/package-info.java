/** Small protocols on which the engine's tests try it. */
package org.exitrace.engine.sample;
