/** Confidentiality labels, their levels and nations, and the superclass of labelled records. */
@NullMarked
package org.jointdefence.registry.label;

import org.jspecify.annotations.NullMarked;
