package org.jointdefence.registry.budget;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jointdefence.registry.Installation;
import org.jointdefence.registry.PackagedRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The heap of the packaged service is large enough for its settings; a start with larger settings fails with a message.
 */
@Tag("alone")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class HeapIT {

    private static final Pattern USED = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*\\} ([0-9.E]+)$");

    private static Installation installation;
    private static Path directory;

    @BeforeAll
    static void install(@TempDir Path directory) throws IOException, SQLException, InterruptedException {
        HeapIT.directory = directory;
        installation = Installation.create(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        installation.close();
    }

    @Test
    void it_holds_no_more_while_nobody_asks_than_is_counted_for_it() throws Exception {
        assumeTrue(PackagedRegistry.executable().endsWith(".jar"));
        try (PackagedRegistry registry = PackagedRegistry.startAsShipped(directory, settings())) {
            assertThat(registry.becomesReady()).as(registry.output()).isTrue();
            registry.ask("{ partnerFirms { totalCount nodes { legalName } } }");
            collectGarbage(registry.process());
            // The lower bound shows that something was measured; the JVM's version moves the figure by a few MiB.
            assertThat(used(registry)).isBetween(HeapCheck.IDLE / 4, HeapCheck.IDLE);
        }
    }

    private static void collectGarbage(Process process) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/jcmd", String.valueOf(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(jcmd.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(jcmd.exitValue()).isZero();
    }

    private static long used(PackagedRegistry registry) throws IOException, InterruptedException {
        return USED.matcher(
                        registry.get(registry.managementPort(), "/q/metrics").body())
                .results()
                .map((MatchResult pool) -> pool.group(1))
                .mapToLong(number -> (long) Double.parseDouble(number))
                .sum();
    }

    @Test
    void it_does_not_start_with_settings_that_its_heap_does_not_hold_and_names_the_largest() throws Exception {
        Map<String, String> settings = settings();
        settings.put("REGISTRY_CAPACITY_ANSWERS", "90M");
        settings.put("REGISTRY_CACHES_PLANS", "80M");
        try (PackagedRegistry registry = PackagedRegistry.startAsShipped(directory, settings)) {
            assertThat(registry.exitCode()).as(registry.output()).isEqualTo(1);
            assertThat(registry.output().lines().reduce("", (line, next) -> next))
                    .matches("The heap of \\d+ MiB is too small for the settings, which allow up to \\d+ MiB: lower"
                            + " registry.capacity.answers \\(90 MiB\\) or registry.caches.plans \\(80 MiB\\), or raise the"
                            + " heap size \\(-Xmx; docs/operating.md\\)");
        }
    }

    private static Map<String, String> settings() {
        // Nothing listens on this port: the public record is served without the issuer.
        return installation.settings("http://localhost:9/issuer");
    }
}
