/**
 * An actor who does what the protocol forbids him, as often as his budget allows: the hostile party
 * of a model. Without a budget there is no such actor, and the model is the same as without him.
 */
package org.exitrace.engine.adversary;
