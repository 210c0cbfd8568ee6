package org.jointdefence.registry.selection.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.selection.cursor.CursorCipher;
import org.jointdefence.registry.selection.cursor.CursorPosition;
import org.jointdefence.registry.selection.cursor.CursorSigner;

/**
 * What a plan is run with.
 *
 * @param arguments the coerced arguments of the fields that have any, in the order in which the compiler met them
 * @param places the places that cursors in the arguments name, as far as they are known already
 * @param ciphers the ciphers of the orders that there are cursors of, as far as one was needed
 */
public record ExecutionArguments(
        List<Map<String, Object>> arguments,
        Caller caller,
        CursorSigner seals,
        Map<CursorArgument, CursorPosition> places,
        Map<String, CursorCipher> ciphers) {

    public ExecutionArguments(List<Map<String, Object>> arguments, Caller caller, CursorSigner seals) {
        this(arguments, caller, seals, new HashMap<>(), new HashMap<>());
    }

    /** What makes cursors of an order of a connection for this caller. */
    public CursorCipher cipher(String order) {
        return ciphers.computeIfAbsent(order, first -> seals.cursors(caller, order));
    }
}
