/**
 * Schedules as jqwik arbitraries, JUnit helpers and assertions for a protocol of your own.
 */
package org.exitrace.testkit;
