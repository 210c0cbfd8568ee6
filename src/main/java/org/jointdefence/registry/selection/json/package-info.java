/** JSON that is written once and sent as it is. */
@NullMarked
package org.jointdefence.registry.selection.json;

import org.jspecify.annotations.NullMarked;
