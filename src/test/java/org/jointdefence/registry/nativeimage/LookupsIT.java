package org.jointdefence.registry.nativeimage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jointdefence.registry.Installation;
import org.jointdefence.registry.PackagedRegistry;
import org.jointdefence.registry.clearance.SigningIssuer;
import org.jointdefence.registry.login.ObservedLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the service looks up by name while it migrates, serves and verifies is in a native image, as observed on a JVM
 * that executes the sources of the image. CONTRIBUTING.md says how to read a failure.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LookupsIT {

    private static final Path SOURCES = Path.of("target/native-sources").toAbsolutePath();
    /** What was looked up, for whoever reads a failure. */
    private static final Path OBSERVED = Path.of("target/native-lookups").toAbsolutePath();

    private static final Path DOCUMENTS = Path.of("src/test/resources/graphql");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Errors of every kind that GraphQL knows: each opens texts of its own. */
    private static final List<Map<String, Object>> ERRORS = List.of(
            Map.of("query", "{ weaponSystems(first: "),
            Map.of("query", "{ \"unterminated }"),
            Map.of("query", "{ nothing }"),
            Map.of("query", "{ weaponSystems(nothing: 1) { totalCount } }"),
            Map.of("query", "{ weaponSystems(first: \"x\") { totalCount } }"),
            Map.of("query", "{ weaponSystems }"),
            Map.of("query", "{ ...A } fragment A on Query { ...A }"),
            Map.of("query", "query ($a: Int) { __typename }"),
            Map.of("query", "query A { __typename } query B { __typename }"),
            Map.of("query", "query A { __typename }", "operationName", "B"),
            Map.of("query", "subscription { nothing }"),
            Map.of("query", "{ node(id: \"x\") { id } }"),
            Map.of(
                    "query",
                    "query ($first: Int!) { weaponSystems(first: $first) { totalCount } }",
                    "variables",
                    Map.of()),
            Map.of(
                    "query",
                    "query ($first: Int!) { weaponSystems(first: $first) { totalCount } }",
                    "variables",
                    Map.of("first", "x")),
            Map.of(
                    "query",
                    "query ($first: Int!) { weaponSystems(first: $first) { totalCount } }",
                    "variables",
                    Map.of("first", 99_999_999_999L)),
            Map.of("query", "query ($id: ID!) { node(id: $id) { id } }", "variables", Map.of("id", List.of())),
            Map.of("query", "{ __schema { types { name fields { name type { name } } } directives { name } } }"));

    private static final SigningIssuer ISSUER = new SigningIssuer();

    private static ImageSources sources;
    private static Set<Lookup> lookups;
    private static Set<Lookup> planted;

    @BeforeAll
    static void observe(@TempDir Path directory) throws Exception {
        sources = new ImageSources(SOURCES);
        ISSUER.start();
        AgentJars jars = AgentJars.in(directory, sources);
        try (Installation installation = Installation.create(Files.createDirectory(directory.resolve("first")))) {
            Map<String, String> settings = installation.settings(SigningIssuer.ISSUER);
            settings.put("REGISTRY_INTROSPECTION_OPEN", "true");
            settings.put("REGISTRY_SEALS_KEYS", "5e".repeat(32));
            List<Lookup> observed = new ArrayList<>(observe(directory, "serve", jars::lookups, settings));
            try (ObservedLogin login = new ObservedLogin()) {
                Map<String, String> withLogin = new HashMap<>(settings);
                withLogin.putAll(login.settings());
                observed.addAll(observe(directory, "login", jars::lookups, withLogin, login::in));
            }
            observed.addAll(observe(directory, "verify", jars::lookupsAndHeap, settings));
            settings.put("QUARKUS_DATASOURCE_PASSWORD", "migrates");
            observed.addAll(observe(directory, "migrate", jars::lookups, settings));
            lookups = new LinkedHashSet<>(observed);
            lookups.removeIf(Lookup::isPlanted);
            planted = new LinkedHashSet<>(observed);
            planted.removeAll(lookups);
        } finally {
            ISSUER.stop();
        }
    }

    @AfterAll
    static void close() throws IOException {
        sources.close();
    }

    @Test
    void what_the_service_looks_up_by_name_is_in_the_image() throws IOException {
        assertThat(accepted().findings(sources, lookups)).isEmpty();
    }

    @Test
    void what_is_planted_is_found() {
        String name = Planted.class.getName();

        assertThat(new AcceptedLookups(Map.of()).findings(sources, planted))
                .containsExactlyInAnyOrder(
                        "class %s$ForName is looked up by %s and not in the image".formatted(name, name),
                        "class %s$LoadClass is looked up by %s and not in the image".formatted(name, name),
                        "class %s$Member is looked up by %s and not in the image".formatted(name, name),
                        "class %s$Provider is looked up by %s and not in the image".formatted(name, name),
                        "class %s$Proxied is looked up by %s and not in the image".formatted(name, name),
                        "member %s$Bundle#<init> is looked up by %s and not in the image".formatted(name, name),
                        "member %s$Provider#<init> is looked up by %s and not in the image".formatted(name, name),
                        "member %s$Member#<init> is looked up by %s and not in the image".formatted(name, name),
                        "member %s$Member#call is looked up by %s and not in the image".formatted(name, name),
                        "member %s$Member#field is looked up by %s and not in the image".formatted(name, name),
                        "bundle %s$Bundle is looked up by %s and not in the image".formatted(name, name),
                        "resource %s$Resource.class is looked up by %s and not in the image"
                                .formatted(name.replace('.', '/'), name),
                        "resource META-INF/services/%s$Service is looked up by %s and not in the image"
                                .formatted(name, name),
                        "proxy %s$Proxied is looked up by %s and not in the image".formatted(name, name),
                        "serialization %s$Serialised is looked up by %s and not in the image".formatted(name, name),
                        "serialization java.lang.Object is looked up by %s and not in the image".formatted(name),
                        "serialization java.lang.Record is looked up by %s and not in the image".formatted(name),
                        "serialization java.lang.String is looked up by %s and not in the image".formatted(name),
                        "charset windows-1257 is looked up by %s and not in the image".formatted(name),
                        "locale lt is looked up by %s and not in the image".formatted(name),
                        "locale uk is looked up by %s and not in the image".formatted(name),
                        "library not-there is looked up by %s and not in the image".formatted(name),
                        "heap %s.RANDOM leads to a java.security.SecureRandom, which an image must not hold"
                                .formatted(name),
                        "heap %s.ADDRESS leads to a java.net.Inet4Address, which an image must not hold"
                                .formatted(name),
                        "heap %s.ZONE leads to a sun.util.calendar.ZoneInfo, which an image must not hold"
                                .formatted(name),
                        "heap %s.CLIENT leads to a java.security.SecureRandom, which an image must not hold"
                                .formatted(name),
                        "heap %s.CLIENT leads to a jdk.internal.net.http.HttpClientImpl$SelectorManager, which an image must not hold"
                                .formatted(name),
                        "heap %s.BUFFER leads to a java.nio.DirectByteBuffer, which an image must not hold"
                                .formatted(name),
                        "heap %s.CHANNEL leads to a sun.nio.ch.FileChannelImpl, which an image must not hold"
                                .formatted(name));
    }

    @ParameterizedTest
    @CsvSource({
        "class, com.github.benmanes.caffeine.cache.SSMW",
        "bundle, i18n.Scalars",
        "bundle, i18n.Validation",
        "class, org.jointdefence.registry.database.MeteredSocketFactory",
        "resource, db/migration/V1__roles_and_schemas.sql",
    })
    void what_somebody_forgot_to_register_is_found(String kind, String name) throws IOException {
        try (ImageSources lacking = new ImageSources(SOURCES, Set.of(name))) {
            assertThat(accepted().findings(lacking, lookups))
                    .anyMatch(finding -> finding.startsWith(kind + ' ' + name + " is looked up by "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class com.github.benmanes.caffeine.cache.SSMW",
                "class org.jointdefence.registry.database.MeteredSocketFactory",
                "class org.postgresql.Driver",
                "bundle i18n.Parsing",
                "bundle i18n.Scalars",
                "bundle i18n.Validation",
                "resource db/migration/V1__roles_and_schemas.sql"
            })
    void what_is_known_to_be_looked_up_was_observed(String known) {
        assertThat(lookups).extracting(Lookup::toString).contains(known);
    }

    private static AcceptedLookups accepted() throws IOException {
        return AcceptedLookups.of(Files.readAllLines(Path.of("src/test/resources/native-lookups.csv")));
    }

    private static List<Lookup> observe(
            Path directory, String profile, Function<Path, String> option, Map<String, String> settings)
            throws Exception {
        return observe(directory, profile, option, settings, LookupsIT::provoke);
    }

    /** What is done with a registry that serves. */
    private interface Use {
        void of(PackagedRegistry registry) throws Exception;
    }

    private static List<Lookup> observe(
            Path directory, String profile, Function<Path, String> option, Map<String, String> settings, Use use)
            throws Exception {
        boolean serves = Set.of("serve", "login").contains(profile);
        Path file = Files.createDirectories(OBSERVED).resolve(profile);
        settings.put("QUARKUS_PROFILE", serves ? "prod" : profile);
        settings.put("JAVA_TOOL_OPTIONS", option.apply(file) + " -XX:TieredStopAtLevel=1");
        Path own = Files.createDirectory(directory.resolve(profile));
        try (PackagedRegistry registry =
                PackagedRegistry.start(own, settings, sources.runner().toString())) {
            if (serves) {
                assertThat(registry.becomesReady()).as(registry.output()).isTrue();
                use.of(registry);
            } else {
                registry.process().waitFor();
                assertThat(registry.process().exitValue()).as(registry.output()).isZero();
            }
        }
        return Files.readAllLines(file).stream().map(Lookup::of).toList();
    }

    /** One that is made, one with faults, and one that the database refuses. */
    private static final List<String> MUTATIONS = List.of(
            "mutation { createOrganisation(input: { name: \"EXERCISE Лa  é\", entityType: STATE_BODY, jurisdiction: \"LT\" },"
                    + " idempotencyKey: \"k\") { organisation { id version } warnings { path message } } }",
            "mutation { createPartnerFirm(input: { legalName: \"\", jurisdiction: \"LT\", status: DRAFT, identifiers:"
                    + " [{ scheme: LEI, value: \"x\" }] }) { partnerFirm { id } } }",
            "mutation { createPerson(input: { name: \"EXERCISE\", label: { classification: \"LT_SLAPTAI\" } })"
                    + " { person { id } } }");

    private static void provoke(PackagedRegistry registry) throws Exception {
        List<Map<String, Object>> requests = new ArrayList<>(ERRORS);
        try (Stream<Path> documents = Files.walk(DOCUMENTS)) {
            for (Path document : documents
                    .filter(file -> file.toString().endsWith(".graphql"))
                    .toList()) {
                requests.add(Map.of("query", Files.readString(document)));
            }
        }
        String good = SigningIssuer.sign(SigningIssuer.claims());
        for (Map<String, Object> request : requests) {
            String json = JSON.writeValueAsString(request);
            assertThat(registry.answer(good, json).body()).doesNotContain("INTERNAL");
            assertThat(registry.answer("", json).body()).doesNotContain("INTERNAL");
        }
        String writer = SigningIssuer.sign(SigningIssuer.claims().groups(Set.of("registrar", "nation:LT")));
        for (String mutation : MUTATIONS) {
            String json = JSON.writeValueAsString(Map.of("query", mutation));
            assertThat(registry.answer(writer, json).body()).doesNotContain("INTERNAL");
            assertThat(registry.answer(good, json).body()).doesNotContain("INTERNAL");
        }
        registry.answer("nonsense", "{\"query\":\"{ __typename }\"}");
        registry.answer(good + "x", "{\"query\":\"{ __typename }\"}");
        registry.answer("", "{");
        for (String path :
                List.of("/graphql?query={__typename}", "/.well-known/oauth-protected-resource", "/nothing")) {
            registry.get(registry.port(), path.replace("{", "%7B").replace("}", "%7D"));
        }
        for (String path : List.of("/q/health", "/q/health/live", "/q/health/started", "/q/metrics")) {
            registry.get(registry.managementPort(), path);
        }
    }
}
