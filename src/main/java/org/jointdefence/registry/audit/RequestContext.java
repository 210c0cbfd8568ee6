package org.jointdefence.registry.audit;

import java.util.function.Supplier;
import org.jointdefence.registry.clearance.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who asks what: what the log says of a request whatever comes of it.
 *
 * @param documentHash SHA-256 of the document's text in hexadecimal digits; null when the request has none
 * @param requestId what the caller's errors and our log call the request by
 */
public record RequestContext(Caller caller, @Nullable String documentHash, Supplier<String> requestId) {}
