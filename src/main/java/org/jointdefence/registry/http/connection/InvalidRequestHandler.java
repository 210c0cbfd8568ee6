package org.jointdefence.registry.http.connection;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/**
 * Responds to requests whose heads are not HTTP or break the {@link RequestRules}; the connection is closed afterwards.
 */
public interface InvalidRequestHandler extends Handler<HttpServerRequest> {}
