/** What an entity says of itself beyond JPA: which values are classified, how it is reached, named, ordered and searched. */
@NullMarked
package org.jointdefence.registry.mapping;

import org.jspecify.annotations.NullMarked;
