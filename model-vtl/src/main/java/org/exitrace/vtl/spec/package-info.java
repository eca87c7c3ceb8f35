/**
 * Names, numbers, codes and bit layouts of Hyper-V's virtual secure mode, each with where it was
 * read; no behaviour. Where the functional specification and shipping code disagree, both are here.
 */
package org.exitrace.vtl.spec;
