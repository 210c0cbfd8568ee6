/**
 * Access to the identity provider, which can be slow, unavailable or flooded: its keys, and how long a request waits
 * for it.
 */
@NullMarked
package org.jointdefence.registry.clearance.provider;

import org.jspecify.annotations.NullMarked;
