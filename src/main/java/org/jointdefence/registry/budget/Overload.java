package org.jointdefence.registry.budget;

/** The service is overloaded at the moment; the request is valid and can be retried. */
public final class Overload extends RuntimeException {

    /**
     * Creates the exception.
     *
     * @param what the resource that is used up, for the log
     */
    public Overload(String what) {
        super(what, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
