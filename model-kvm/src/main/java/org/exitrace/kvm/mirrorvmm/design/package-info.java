/** The questions that designs of a mirror VM's VMM answer differently. */
package org.exitrace.kvm.mirrorvmm.design;
