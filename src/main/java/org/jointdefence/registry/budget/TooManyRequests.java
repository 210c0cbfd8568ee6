package org.jointdefence.registry.budget;

/** A party has too many concurrent requests. */
public final class TooManyRequests extends RuntimeException {

    TooManyRequests(int most) {
        super("More than " + most + " concurrent requests; wait for earlier ones to finish.", null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
