/** GraphQL over HTTP: one route, its limits and its trusted documents. */
@NullMarked
package org.jointdefence.registry.http;

import org.jspecify.annotations.NullMarked;
