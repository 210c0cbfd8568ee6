package org.jointdefence.registry;

/** A way by which the issuer gives a persona's token to those who can prove to be it. */
public interface Grant {
    /** A token that is good for some minutes. */
    String token(String persona);
}
