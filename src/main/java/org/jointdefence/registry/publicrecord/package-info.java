/** The public record: organisations, persons, their posts and statements, and the sources of these facts. */
@NullMarked
package org.jointdefence.registry.publicrecord;

import org.jspecify.annotations.NullMarked;
