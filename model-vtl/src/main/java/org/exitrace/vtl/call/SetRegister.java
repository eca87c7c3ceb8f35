package org.exitrace.vtl.call;

import org.exitrace.vtl.state.Register;

/**
 * HvCallSetVpRegisters of one register of the caller's own virtual processor.
 *
 * @param vtl whose register
 * @param register which
 * @param value what it shall hold
 */
public record SetRegister(int vtl, Register register, int value) implements HvCall {
}
