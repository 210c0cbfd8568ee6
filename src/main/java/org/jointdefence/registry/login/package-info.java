/** Login on the page by the identity provider, and the sessions that it begins: each is worth what its access token is worth. */
@NullMarked
package org.jointdefence.registry.login;

import org.jspecify.annotations.NullMarked;
