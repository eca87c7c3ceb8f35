package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** What must never happen, where it can be seen only at the moment when it does. */
final class Broken extends Region {

    /** The mirror fetched what nobody measured and the guest did not make. */
    final FlagCell unmeasured = ghost().flag("unmeasured code");
    /** OVMF wrote over the binary. */
    final FlagCell overwritten = ghost().flag("binary overwritten");
    /** The entry used a stack that was not reserved for it. */
    final FlagCell stack = ghost().flag("no stack");
    /** The mirror began elsewhere than at its entry. */
    final FlagCell registers = ghost().flag("other registers");
    /** Something was added while the guest was RUNNING. */
    final FlagCell givenMore = ghost().flag("given more");
    /** KVM or the firmware refused what the mirror needs. */
    final FlagCell refused = ghost().flag("refused");
    /** The mirror touched RAM for which it has no slot. */
    final FlagCell missingSlot = ghost().flag("missing slot");
    /** The mirror served a request that was not whole. */
    final FlagCell torn = ghost().flag("torn request");
    /** The VMM took another request's answer. */
    final FlagCell wrongAnswer = ghost().flag("wrong answer");

    Broken(CellScope scope) {
        super(scope);
    }
}
