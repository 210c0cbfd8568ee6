/**
 * Organisations, persons, their posts and statements, and the sources of these facts. They usually belong to the public
 * record, but each has a label, as every record, and can be hidden.
 */
@NullMarked
package org.jointdefence.registry.publicrecord;

import org.jspecify.annotations.NullMarked;
