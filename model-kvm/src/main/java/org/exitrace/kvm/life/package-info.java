/** Files, references, and how VMs and vCPUs begin and end. */
package org.exitrace.kvm.life;
