package org.exitrace.vtl.call;

/** An instruction that is no hypercall, exits, and concerns what the partition keeps. */
interface PartitionInstruction extends HvCall {

    @Override
    default boolean isHypercall() {
        return false;
    }

    @Override
    default boolean isOfPartition() {
        return true;
    }
}
