/** Who read what: the log of everything classified that is read, its seals, and what auditors see of it. */
@NullMarked
package org.jointdefence.registry.audit;

import org.jspecify.annotations.NullMarked;
