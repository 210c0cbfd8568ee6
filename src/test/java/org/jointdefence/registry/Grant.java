package org.jointdefence.registry;

import java.net.http.HttpRequest;

/** A way by which the issuer gives a persona's token to those who can prove to be it. */
public interface Grant {
    /** A token that is good for some minutes. */
    String token(String persona);

    /** Puts into a request what tells the service who the persona is. */
    default void identify(HttpRequest.Builder request, String persona) {
        request.header("Authorization", "Bearer " + token(persona));
    }
}
