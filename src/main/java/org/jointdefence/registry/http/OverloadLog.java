package org.jointdefence.registry.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.jointdefence.registry.budget.Overload;

/** Logs overloads, at most a line a second for each kind: a flood of requests must not become a flood of lines. */
@ApplicationScoped
class OverloadLog {

    private static final Logger LOG = Logger.getLogger(OverloadLog.class);

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void record(Overload overload) {
        counts.computeIfAbsent(overload.getMessage(), unseen -> new LongAdder()).increment();
    }

    @Scheduled(every = "1s")
    void write() {
        counts.forEach((reason, count) -> {
            long requests = count.sumThenReset();
            if (requests > 0) {
                LOG.warnf("%d requests were answered with 503: %s", requests, reason);
            }
        });
    }
}
