package org.jointdefence.registry.nativeimage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Vetoed;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
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
                .importClasses(Planted.class, Planted.Holder.class, Planted.Observer.class, Planted.Injected.class);

        assertThat(new ImageHeap(planted).findings())
                .extracting(finding -> finding.replace(Planted.class.getName(), ""))
                .containsExactlyInAnyOrder(
                        ".RANDOM may hold a java.util.Random",
                        ".SPLITTABLE may hold a java.util.random.RandomGenerator",
                        ".EXECUTOR may hold a java.util.concurrent.Executor",
                        ".ZONE may hold a java.time.ZoneId",
                        ".ADDRESSES may hold a java.net.InetAddress",
                        ".HOLDER > $Holder.started may hold a java.time.temporal.Temporal",
                        " asks java.lang.System.nanoTime while the image is built",
                        "$Injected.directory may hold a java.nio.file.Path");
    }

    /** Faults of all kinds. */
    @SuppressWarnings("unused")
    static final class Planted {
        static final SecureRandom RANDOM = new SecureRandom();
        static final Optional<SplittableRandom> SPLITTABLE = Optional.empty();
        static final List<ExecutorService> EXECUTOR = List.of();
        static final ZoneId ZONE = ZoneId.of("Europe/Vilnius");
        static final List<InetAddress> ADDRESSES = List.of();
        static final Holder HOLDER = new Holder(Instant.EPOCH);
        static final long ORIGIN = System.nanoTime();

        private Planted() {}

        record Holder(Instant started) {}

        @Vetoed
        static final class Observer {
            void extend(@Observes GraphQLSchema.Builder builder, Injected injected) {}
        }

        @Vetoed
        static final class Injected {
            final Path directory = Path.of("");
        }
    }
}
