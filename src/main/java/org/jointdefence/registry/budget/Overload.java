package org.jointdefence.registry.budget;

/** The service has too much to do at the moment: the request is not at fault and may come again. */
public final class Overload extends RuntimeException {

    /**
     * An overload.
     *
     * @param what what there was not enough of, for the log
     */
    public Overload(String what) {
        super(what, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
