/** GraphQL over HTTP, and nothing but the transport. */
@NullMarked
package org.jointdefence.registry.http;

import org.jspecify.annotations.NullMarked;
