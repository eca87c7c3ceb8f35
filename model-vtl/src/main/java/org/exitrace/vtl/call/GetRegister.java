package org.exitrace.vtl.call;

import org.exitrace.vtl.state.Register;

/**
 * HvCallGetVpRegisters of one register of the caller's own virtual processor.
 *
 * @param vtl whose register
 * @param register which
 */
public record GetRegister(int vtl, Register register) implements HvCall {
}
