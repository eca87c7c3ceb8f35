package org.exitrace.kvm.ioctl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.launch.UserMemory;

/** The arguments that ioctls have in common. */
final class Given {

    private Given() {
    }

    /** Whose descriptor the ioctl is on. */
    static Parameter vm(HostBounds bounds) {
        return Parameter.number("vm", 0, bounds.vms() - 1L, "the VM, by the number of its"
                + " descriptor").boundedBy("vms: " + bounds.vms());
    }

    /** Which vCPU. */
    static Parameter vcpu(HostBounds bounds) {
        return Parameter.number("vcpu", 0, Math.max(0, bounds.vcpus() - 1L), "the vCPU")
                .boundedBy("vcpus: " + bounds.vcpus());
    }

    /** On which CPU a vCPU runs. */
    static Parameter cpu(HostBounds bounds) {
        return Parameter.number("cpu", 0, bounds.cpus() - 1L, "the CPU on which it runs")
                .usually(0).boundedBy("cpus: " + bounds.cpus());
    }

    /** The descriptor of another VM. */
    static Parameter source(HostBounds bounds) {
        List<String> words = new ArrayList<>();
        for (int vm = 0; vm < bounds.vms(); vm++) {
            words.add(Integer.toString(vm));
        }
        words.add("none");
        words.add("other");
        return Parameter.word("source", words, "the source VM, by the number of its descriptor;"
                + " a descriptor that is closed; one of something else")
                .boundedBy("vms: " + bounds.vms());
    }

    /** What is wrong with user space's memory. */
    static Parameter memory() {
        return Parameter.word("memory", Arrays.stream(UserMemory.values())
                .map(UserMemory::label).toList(), "what is wrong with user space's memory,"
                        + " or what the kernel has no memory for")
                .usually(UserMemory.FINE.label());
    }

    /** Whether the kernel has memory for a mask of CPUs. */
    static Parameter cpuMask() {
        return Parameter.word("memory", List.of(UserMemory.FINE.label(),
                UserMemory.NO_CPU_MASK.label()), "what the kernel has no memory for")
                .usually(UserMemory.FINE.label());
    }

    /** Whether the kernel has memory for what it makes. */
    static Parameter kernelMemory() {
        return Parameter.word("memory", List.of(UserMemory.FINE.label(),
                UserMemory.NO_MEMORY.label()), "whether the kernel has memory for it")
                .usually(UserMemory.FINE.label());
    }

    static boolean lacksMemory(Arguments given) {
        return memory(given.word("memory")) == UserMemory.NO_MEMORY;
    }

    static boolean lacksCpuMask(Arguments given) {
        return memory(given.word("memory")) == UserMemory.NO_CPU_MASK;
    }

    /** Which region of memory. */
    static Parameter region(HostBounds bounds) {
        return Parameter.number("region", 0, bounds.regions() - 1L, "the region; region n has"
                + " n + 1 pages").boundedBy("regions: " + bounds.regions());
    }

    static UserMemory memory(String label) {
        return Arrays.stream(UserMemory.values())
                .filter(fault -> fault.label().equals(label)).findFirst().orElseThrow();
    }

    static int sourceVm(String word) {
        return word.equals("none") || word.equals("other") ? -1 : Integer.parseInt(word);
    }
}
