package org.jointdefence.registry.abuse;

/**
 * An attack by one caller on the service for the others.
 *
 * @param name a description of what it sends
 * @param conduct the expectations specific to this attack
 */
record Attack(String name, Conduct conduct, Assault assault) {

    /** What may happen during an attack. */
    enum Conduct {
        /** Each request of the attack gets a response, and other callers are not affected. */
        ORDINARY,
        /** Connections of the attack may be closed without a response. */
        DROPPED,
        /** It comes from many addresses, so other anonymous callers may be rejected with 429 or 503. */
        DISTRIBUTED
    }

    /** Runs the attack until the attacker's time is up. */
    @FunctionalInterface
    interface Assault {
        void by(Attacker attacker) throws Exception;
    }

    static Attack of(String name, Assault assault) {
        return new Attack(name, Conduct.ORDINARY, assault);
    }

    @Override
    public String toString() {
        return name;
    }
}
