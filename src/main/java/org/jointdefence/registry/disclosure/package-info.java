/** The log in the API, for auditors: disclosures and the state of the log. */
@NullMarked
package org.jointdefence.registry.disclosure;

import org.jspecify.annotations.NullMarked;
