package org.jointdefence.registry.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreparationsTest {

    @Test
    void so_many_documents_are_prepared_at_a_time_and_no_more() throws Exception {
        Preparations preparations = new Preparations(2, Duration.ofMinutes(1));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> prepared = new ArrayList<>();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                int number = i;
                prepared.add(requests.submit(() -> preparations.prepare(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    sleep();
                    now.decrementAndGet();
                    return number;
                })));
            }
        }
        assertThat(most).hasValue(2);
        for (int i = 0; i < 20; i++) {
            assertThat(prepared.get(i).get()).isEqualTo(i);
        }
        assertThat(preparations.bytes()).isEqualTo(2 * Preparations.BYTES_OF_ONE);
    }

    @Test
    void a_request_that_waits_too_long_is_asked_to_retry() throws Exception {
        Preparations preparations = new Preparations(1, Duration.ofMillis(20));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = requests.submit(() -> preparations.prepare(() -> {
                begun.countDown();
                return await(end);
            }));
            begun.await();
            try {
                assertThatThrownBy(() -> preparations.prepare(() -> true)).isInstanceOf(Overload.class);
            } finally {
                end.countDown();
            }
            assertThat(first.get()).isTrue();
        }
        assertThat(preparations.prepare(() -> true)).isTrue();
    }

    @Test
    void a_document_that_is_refused_gives_its_place_back() {
        Preparations preparations = new Preparations(1, Duration.ofMillis(20));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> preparations.prepare(() -> {
                        throw new IllegalArgumentException("refused");
                    }))
                    .hasMessage("refused");
        }
        assertThat(preparations.prepare(() -> true)).isTrue();
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
