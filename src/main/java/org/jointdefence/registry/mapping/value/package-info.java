/** Types of fields that the platform has not: fractions, texts in several languages, objects of JSON. */
@NullMarked
package org.jointdefence.registry.mapping.value;

import org.jspecify.annotations.NullMarked;
