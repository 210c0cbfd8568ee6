package org.jointdefence.registry.http.connection;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Answers requests whose heads are not HTTP, or not as {@link RequestRules} ask; their connection is closed afterwards. */
public interface InvalidRequestHandler extends Handler<HttpServerRequest> {}
