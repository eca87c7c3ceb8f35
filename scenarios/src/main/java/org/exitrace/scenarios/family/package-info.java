/** Families of designs that answer one question, as data: what is compared, and on what. */
package org.exitrace.scenarios.family;
