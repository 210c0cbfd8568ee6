/** Confidentiality labels and what carries them: levels, the nations they may be released to, and records. */
@NullMarked
package org.jointdefence.registry.label;

import org.jspecify.annotations.NullMarked;
