/** The transport: GraphQL over HTTP. */
@NullMarked
package org.jointdefence.registry.http;

import org.jspecify.annotations.NullMarked;
