package org.jointdefence.registry.nativeimage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Vetoed;
import java.lang.ref.Cleaner;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.DateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** That no class leaves anything in the image's heap that an image must not hold, and that such a thing would be found. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageHeapTest {

    @Test
    void our_classes_leave_nothing_of_one_machine_process_or_moment_in_the_image() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.jointdefence.registry");

        assertThat(ours).hasSizeGreaterThan(100);
        assertThat(new ImageHeap(ours).findings())
                .as("make it when it is needed, or in a bean that the schema does not need")
                .isEmpty();
    }

    @Test
    void what_an_image_must_not_hold_is_found() {
        JavaClasses planted = new ClassFileImporter()
                .importClasses(
                        Planted.class,
                        Planted.Holder.class,
                        Planted.Local.class,
                        Planted.Observer.class,
                        Planted.Injected.class);

        assertThat(new ImageHeap(planted).findings())
                .extracting(finding -> finding.replace(Planted.class.getName(), ""))
                .containsExactlyInAnyOrder(
                        ".RANDOM may hold a java.util.Random",
                        ".SPLITTABLE may hold a java.util.random.RandomGenerator",
                        ".EXECUTOR may hold a java.util.concurrent.Executor",
                        ".THREADS may hold a java.lang.Thread",
                        ".CLIENT may hold a java.lang.AutoCloseable",
                        ".CLEANER may hold a java.lang.ref.Cleaner",
                        ".CHANNEL may hold a java.lang.AutoCloseable",
                        ".ZONE may hold a java.time.ZoneId",
                        ".OLD_ZONE may hold a java.util.TimeZone",
                        ".FORMAT may hold a java.text.DateFormat",
                        ".CLOCK may hold a java.time.Clock",
                        ".ADDRESSES may hold a java.net.InetAddress",
                        ".SOCKET may hold a java.net.SocketAddress",
                        ".CIPHER may hold a javax.crypto.Cipher",
                        ".CACHE may hold a com.github.benmanes.caffeine.cache.Cache",
                        ".HOLDER > $Holder.started may hold a java.time.temporal.Temporal",
                        ".LOCAL > $Local.random may hold a java.util.Random",
                        " asks java.lang.System.nanoTime while the image is built",
                        " asks java.lang.System.getenv while the image is built",
                        " asks java.time.Clock.systemUTC while the image is built",
                        " asks java.time.ZoneId.systemDefault while the image is built",
                        "$Observer asks java.lang.Runtime.maxMemory while the image is built",
                        "$Injected asks org.eclipse.microprofile.config.ConfigProvider.getConfig while the image is built",
                        "$Injected.directory may hold a java.nio.file.Path");
    }

    /** Faults of all kinds. */
    @SuppressWarnings({"unused", "NullAway", "DateFormatConstant"})
    static final class Planted {
        static final SecureRandom RANDOM = new SecureRandom();
        static final Optional<SplittableRandom> SPLITTABLE = Optional.empty();
        static final List<ExecutorService> EXECUTOR = List.of();
        static final Map<String, Thread> THREADS = Map.of();
        static final HttpClient CLIENT = null;
        static final Cleaner CLEANER = null;
        static final FileChannel CHANNEL = null;
        static final ZoneId ZONE = ZoneId.of("Europe/Vilnius");
        static final TimeZone OLD_ZONE = TimeZone.getTimeZone("Europe/Vilnius");
        static final DateFormat FORMAT = DateFormat.getDateInstance();
        static final Clock CLOCK = null;
        static final List<InetAddress> ADDRESSES = List.of();
        static final InetSocketAddress SOCKET = null;
        static final Cipher CIPHER = null;
        static final Cache<String, String> CACHE = Caffeine.newBuilder().build();
        static final Holder HOLDER = new Holder(Instant.EPOCH);
        static final Local LOCAL = new Local();

        /** No fault: a thread of the image's process fills it. */
        static final ThreadLocal<SecureRandom> OF_THREAD = new ThreadLocal<>();

        static final long ORIGIN = origin();
        static final boolean DEBUG = System.getenv("DEBUG") != null;
        static final String ZONE_NAME = ZoneId.systemDefault().getId();

        /** No fault: made when it is executed. */
        static final Supplier<HttpClient> CLIENTS = HttpClient::newHttpClient;

        /** No fault: asked when it is executed. */
        static final LongSupplier NOW = () -> System.currentTimeMillis();

        private Planted() {}

        private static long origin() {
            return System.nanoTime() + Clock.systemUTC().millis();
        }

        record Holder(Instant started) {}

        static final class Local extends ThreadLocal<String> {
            final SecureRandom random = new SecureRandom();
        }

        @Vetoed
        static final class Observer {
            void extend(@Observes GraphQLSchema.Builder builder, Injected injected) {
                builder.description("of " + Runtime.getRuntime().maxMemory());
            }

            /** No fault: the schema does not need it. */
            long now() {
                return System.nanoTime();
            }
        }

        @Vetoed
        static final class Injected {
            final Path directory = Path.of("");
            final String name = ConfigProvider.getConfig().getValue("name", String.class);
        }
    }
}
