package org.jointdefence.registry.budget;

/** One party has more requests under way than it may. */
public final class TooManyRequests extends RuntimeException {

    TooManyRequests(int most) {
        super("More than " + most + " requests at a time; wait for their answers.", null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
