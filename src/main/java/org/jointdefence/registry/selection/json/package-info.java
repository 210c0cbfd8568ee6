/** JSON that is written once, in UTF-8, and sent without further conversion. */
@NullMarked
package org.jointdefence.registry.selection.json;

import org.jspecify.annotations.NullMarked;
