/**
 * Machines put together from the models, and the files that describe them.
 */
package org.exitrace.scenarios;
