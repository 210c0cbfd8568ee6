package org.jointdefence.registry.selection.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.selection.cursor.CursorCipher;
import org.jointdefence.registry.selection.cursor.CursorPosition;
import org.jointdefence.registry.selection.cursor.CursorSigner;

/**
 * The arguments of one execution of a plan.
 *
 * @param arguments the coerced arguments of the fields that have any, in the order in which the compiler visited them
 * @param positions the positions of cursors in the arguments, as far as they are already decrypted
 * @param ciphers the ciphers by order, as far as they were needed
 */
public record ExecutionArguments(
        List<Map<String, Object>> arguments,
        Caller caller,
        CursorSigner signer,
        Map<CursorArgument, CursorPosition> positions,
        Map<String, CursorCipher> ciphers) {

    public ExecutionArguments(List<Map<String, Object>> arguments, Caller caller, CursorSigner signer) {
        this(arguments, caller, signer, new HashMap<>(), new HashMap<>());
    }

    /** The cipher for this caller's cursors in an order of a connection. */
    public CursorCipher cipher(String order) {
        return ciphers.computeIfAbsent(order, first -> signer.cursors(caller, order));
    }
}
