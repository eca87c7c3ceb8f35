/**
 * Ways of choosing the next step by chance that get into corners where an even choice seldom gets,
 * and one that draws which of them a run uses.
 */
package org.exitrace.engine.strategy;
