/**
 * Many runs and searches with one question: does each scenario show what it says, what does chance
 * find, how long does it take. No console: progress is told to whoever asks for it.
 */
package org.exitrace.scenarios.campaign;
