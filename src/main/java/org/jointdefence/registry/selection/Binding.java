package org.jointdefence.registry.selection;

import java.util.List;
import java.util.Map;
import org.jointdefence.registry.clearance.Caller;

/**
 * What a plan is run with.
 *
 * @param arguments the coerced arguments of the fields that have any, in the order in which the compiler met them
 */
record Binding(List<Map<String, Object>> arguments, Caller caller, Seals seals) {}
