package org.jointdefence.registry.noninterference;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jspecify.annotations.Nullable;

/** A user of the demo, or somebody without a token, whose answers are compared. */
record Reader(String name, Set<String> roles) {

    static final String ISSUER = "https://issuer.example";

    private static final String USERS = "%dev,test.quarkus.oidc.devservices.roles.";
    private static final String ANONYMOUS = "anonymous";

    /** What a need-to-know adds to the token's compartments, for one of several readers with the same clearance. */
    static final String NEEDY = "approver";

    /**
     * Everybody; those who are cleared for more come first, so that later ones can guess what those were told. Of those who
     * are cleared for the same, the ones who write come last.
     */
    static List<Reader> all() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Reader.class.getResourceAsStream("/application.properties")) {
            properties.load(Objects.requireNonNull(file));
        }
        List<Reader> readers = new ArrayList<>();
        readers.add(new Reader(ANONYMOUS, Set.of()));
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(USERS)) {
                readers.add(new Reader(
                        key.substring(USERS.length()),
                        Set.of(properties.getProperty(key).split(",", -1))));
            }
        }
        readers.sort(Comparator.comparing(Reader::rank)
                .reversed()
                .thenComparing(Reader::sight)
                .thenComparing(Reader::writes)
                .thenComparing(Reader::name));
        return readers;
    }

    /** What decides what they may read, and is the same of readers who may read the same. */
    String sight() {
        if (level() == null) {
            return "public";
        }
        return roles.stream()
                        .filter(role -> role.matches("(clearance|nation|compartment):.*"))
                        .sorted()
                        .collect(Collectors.joining(" "))
                + (name.equals(NEEDY) ? " and more" : "");
    }

    static Reader named(String name) throws IOException {
        return all().stream()
                .filter(reader -> reader.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same caller as the service makes of the token. */
    Caller caller() {
        if (name.equals(ANONYMOUS)) {
            return Caller.ANONYMOUS;
        }
        ClearanceLevel level = level();
        String nation = values("nation:").findFirst().orElse(null);
        Set<String> compartments = values("compartment:").collect(Collectors.toSet());
        return new Caller(ISSUER, name, Set.of(), new Clearance(level, nation, compartments));
    }

    /** The value of the header {@code Authorization}; null for somebody without a token. */
    @Nullable
    String authorization(KeyPair keys) {
        return name.equals(ANONYMOUS)
                ? null
                : "Bearer "
                        + Jwt.claims()
                                .issuer(ISSUER)
                                .audience("partnership-registry")
                                .subject(name)
                                .groups(new HashSet<>(roles))
                                .expiresIn(Duration.ofDays(1))
                                .jws()
                                .sign(keys.getPrivate());
    }

    /** Whether they have a role that writes. */
    boolean writes() {
        return roles.contains("registrar") || roles.contains("originator");
    }

    /** Somebody of the other nation who writes what this one may not read. */
    Reader hidden() {
        String nation = values("nation:").anyMatch("UA"::equals) ? "LT" : "UA";
        return new Reader("hidden", Set.of("originator", "clearance:top-secret", "nation:" + nation));
    }

    /** The highest label of their nation, released to nobody else, as a literal. */
    String ownLabel() {
        return "{ classification: \"%s\" }"
                .formatted(
                        values("nation:").anyMatch("UA"::equals) ? "UA_OSOBLYVOI_VAZHLYVOSTI" : "LT_VISISKAI_SLAPTAI");
    }

    boolean isRegistrar() {
        return roles.contains("registrar");
    }

    /** A label that an originator of this nation may give, as a literal. */
    String usualLabel() {
        return "{ classification: \"%s\" releasableTo: [\"LT\" \"UA\"] }"
                .formatted(values("nation:").anyMatch("UA"::equals) ? "UA_TAIEMNO" : "LT_SLAPTAI");
    }

    private int rank() {
        ClearanceLevel level = level();
        return level == null ? 0 : level.rank();
    }

    private @Nullable ClearanceLevel level() {
        return values("clearance:")
                .map(value ->
                        ClearanceLevel.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElse(null);
    }

    private Stream<String> values(String kind) {
        return roles.stream().filter(role -> role.startsWith(kind)).map(role -> role.substring(kind.length()));
    }

    @Override
    public String toString() {
        return name;
    }
}
