package org.jointdefence.registry.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import org.jointdefence.registry.ErrorCode;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.clearance.Caller;

/** Lets each caller in so many times at once and no more. */
@ApplicationScoped
class Turnstile {

    private final int capacity;
    private final ConcurrentHashMap<String, Integer> inside = new ConcurrentHashMap<>();

    Turnstile(LimitsConfig limits) {
        this.capacity = limits.concurrentRequests();
    }

    /** Lets a request in and returns what {@link #leave} needs to let it out again. */
    String enter(Caller caller, String address) {
        String key = caller.anonymous() ? address : caller.issuer() + ' ' + caller.subject();
        inside.compute(key, (ignored, count) -> {
            if (count != null && count >= capacity) {
                throw new Rejection(429, ErrorCode.LIMIT_EXCEEDED, "No more than " + capacity + " requests at a time.");
            }
            return count == null ? 1 : count + 1;
        });
        return key;
    }

    void leave(String key) {
        inside.computeIfPresent(key, (ignored, count) -> count == 1 ? null : count - 1);
    }
}
