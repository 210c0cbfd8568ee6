package org.jointdefence.registry.audit;

import java.util.function.Supplier;
import org.jointdefence.registry.clearance.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The caller and the request, as the log records them.
 *
 * @param documentHash SHA-256 of the document's text in hexadecimal digits; null when the request has none
 * @param requestId the id of the request in errors and in the service's log
 */
public record RequestContext(Caller caller, @Nullable String documentHash, Supplier<String> requestId) {}
