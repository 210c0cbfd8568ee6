/** Who read what: the log of everything classified that is read, its vocabulary, its chain and the check of it. */
@NullMarked
package org.jointdefence.registry.audit;

import org.jspecify.annotations.NullMarked;
