/** The identity provider as a service that can be slow, away or flooded: its keys, and how long a request waits for it. */
@NullMarked
package org.jointdefence.registry.clearance.provider;

import org.jspecify.annotations.NullMarked;
