/** What auditors see of the log by GraphQL: disclosures, and whether the log is whole. */
@NullMarked
package org.jointdefence.registry.disclosure;

import org.jspecify.annotations.NullMarked;
