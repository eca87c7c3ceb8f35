/** Named sentences over states and runs: what a modelled system promises, and why. */
package org.exitrace.engine.property;
