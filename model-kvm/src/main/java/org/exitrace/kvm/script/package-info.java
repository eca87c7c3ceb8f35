/** What a scripted VMM thread can be told to do with its vCPU: KVM's ioctls. */
package org.exitrace.kvm.script;
