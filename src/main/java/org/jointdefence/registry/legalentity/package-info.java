/** What firms and organisations have in common: their names, identifiers and addresses. */
@NullMarked
package org.jointdefence.registry.legalentity;

import org.jspecify.annotations.NullMarked;
