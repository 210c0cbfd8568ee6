package org.jointdefence.registry.abuse;

/**
 * Something that one caller sends in order to harm the others.
 *
 * @param name what it sends
 * @param conduct what is expected of the service beyond what holds for all attacks
 */
record Attack(String name, Conduct conduct, Assault assault) {

    /** What may happen to whom while it lasts. */
    enum Conduct {
        /** Each of its requests gets a response, and all other callers are answered as if it were not there. */
        ORDINARY,
        /** Its connections may be closed without a response. */
        DROPPED,
        /** It comes from many addresses: other callers without a token may be told to come again. */
        DISTRIBUTED
    }

    /** What it does, for as long as the attacker says. */
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
