package org.exitrace.kvm.migration;

import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.script.Script;
import org.exitrace.kvm.migration.vmm.Vmm;
import org.exitrace.kvm.migration.world.Vcpu;

/**
 * What the actors of a machine do.
 *
 * @param vcpus by the vCPU's number, from 0
 * @param vmm what the migrating thread does
 */
public record MigrationScripts(Map<Integer, Script<Vcpu>> vcpus, Optional<Script<Vmm>> vmm) {
}
