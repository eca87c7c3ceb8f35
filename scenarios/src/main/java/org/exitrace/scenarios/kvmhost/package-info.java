/** KVM hosts as machines of scenario files. */
package org.exitrace.scenarios.kvmhost;
