/** Determines the labels on which a read depends, and declares to the log what is read. */
@NullMarked
package org.jointdefence.registry.selection.access;

import org.jspecify.annotations.NullMarked;
