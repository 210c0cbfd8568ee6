/** What is on the public record: organisations, persons and their posts, what they said, and the sources of it all. */
@NullMarked
package org.jointdefence.registry.publicrecord;

import org.jspecify.annotations.NullMarked;
