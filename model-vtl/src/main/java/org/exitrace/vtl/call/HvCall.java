package org.exitrace.vtl.call;

/** A hypercall with its arguments; two that ask for the same are one in a machine's table. */
public sealed interface HvCall permits GetRegister, SetRegister, SendIpi {
}
