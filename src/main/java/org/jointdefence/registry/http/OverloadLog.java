package org.jointdefence.registry.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** Logs requests rejected because of overload: at most one line per second for each reason, with their number. */
@ApplicationScoped
class OverloadLog {

    private static final Logger LOG = Logger.getLogger(OverloadLog.class);

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void record(String reason) {
        counts.computeIfAbsent(reason, unseen -> new LongAdder()).increment();
    }

    @Scheduled(every = "1s")
    void write() {
        counts.forEach((reason, count) -> {
            long requests = count.sumThenReset();
            if (requests > 0) {
                LOG.warnf("Rejected %d requests with 503: %s", requests, reason);
            }
        });
    }
}
