/** What a request can be told went wrong, and with which code. */
@NullMarked
package org.jointdefence.registry.error;

import org.jspecify.annotations.NullMarked;
