package org.jointdefence.registry.http.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jointdefence.registry.budget.CachesConfig;
import org.jspecify.annotations.Nullable;

/** Public answers to trusted documents, in memory. Whether one is still right, its epoch says. */
@ApplicationScoped
@Startup
public class PublicAnswerCache {

    /** Longer answers are not kept: reading them takes less time than sending them. */
    private static final int LONGEST = 128 << 10;

    /** Estimated bytes of heap of an entry beside its text and its bodies. */
    private static final int ENTRY = 300;

    private final @Nullable Cache<Key, Entry> cache;
    private final GzipCompression compression;
    private final ZoneId zone = ZoneId.of("Europe/Vilnius");
    private final Counter hits;
    private final Counter misses;

    PublicAnswerCache(CachesConfig caches, GzipCompression compression, MeterRegistry meters) {
        long size = caches.publicAnswers().asLongValue();
        this.cache = size == 0
                ? null
                : Caffeine.newBuilder()
                        .maximumWeight(size)
                        .weigher((Key key, Entry entry) ->
                                key.retained() + entry.answer().retained())
                        .build();
        this.compression = compression;
        this.hits = counter(meters, "hit");
        this.misses = counter(meters, "miss");
        Gauge.builder("registry.public.answers.bytes", this, PublicAnswerCache::retained)
                .description("Bytes of heap of the public answers in memory")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("registry.public.answers")
                .description("Public requests by GET for trusted documents, by whether they were answered from memory")
                .tag("result", result)
                .register(meters);
    }

    /**
     * All that an answer depends on, beside the public record.
     *
     * @param query the query component of the URL, as it was sent
     * @param day the day in Vilnius, on which labels change by themselves
     */
    public record Key(String query, MediaType mediaType, LocalDate day) {
        private int retained() {
            return 2 * query.length() + ENTRY;
        }
    }

    /**
     * An answer in memory.
     *
     * @param epoch the public epoch before it was read
     * @param readAt when it had been read, by {@link System#nanoTime}
     */
    public record Entry(PublicAnswer answer, String epoch, long readAt) {}

    /** Whether answers are kept at all. */
    public boolean isEnabled() {
        return cache != null;
    }

    /** The key of a request today. */
    public Key key(String query, MediaType mediaType) {
        return new Key(query, mediaType, LocalDate.now(zone));
    }

    /** The entry of a key; null if there is none. */
    public @Nullable Entry find(Key key) {
        return cache == null ? null : cache.getIfPresent(key);
    }

    /** Forgets an entry whose epoch has passed. */
    public void remove(Key key, Entry entry) {
        if (cache != null) {
            cache.asMap().remove(key, entry);
        }
    }

    /**
     * Makes an answer of a body, and keeps it.
     *
     * @param epoch the public epoch before it was read
     * @param readAt when it had been read
     * @return null if it is too long to be kept
     */
    public @Nullable PublicAnswer keep(Key key, ByteBuf body, String epoch, long readAt) {
        if (cache == null || body.readableBytes() > LONGEST) {
            return null;
        }
        PublicAnswer answer = new PublicAnswer(key.mediaType(), body, compression);
        cache.put(key, new Entry(answer, epoch, readAt));
        return answer;
    }

    /** Counts a request that was answered from memory. */
    public void countHit() {
        hits.increment();
    }

    /** Counts a request that could have been, and was not. */
    public void countMiss() {
        misses.increment();
    }

    /** The estimated heap of all entries, in bytes. */
    long retained() {
        if (cache == null) {
            return 0;
        }
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
