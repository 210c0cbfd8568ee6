package org.jointdefence.registry.dependency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jointdefence.registry.dependency.BillOfMaterials.Library;

/** A vulnerability in the OSV format (ossf.github.io/osv-schema), as far as it concerns Maven artifacts. */
record Advisory(String id, JsonNode affected) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that are in files *.json in a directory, those that were withdrawn apart. */
    static List<Advisory> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Advisory::read)
                    .filter(json -> !json.has("withdrawn"))
                    .map(json -> new Advisory(json.required("id").asText(), json.path("affected")))
                    .toList();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean affects(Library library) {
        for (JsonNode each : affected) {
            JsonNode artifact = each.path("package");
            if (artifact.path("ecosystem").asText().matches("Maven(:.*)?")
                    && artifact.path("name").asText().equals(library.coordinates())
                    && affects(each, library.version())) {
                return true;
            }
        }
        return false;
    }

    private static boolean affects(JsonNode affected, String version) {
        for (JsonNode each : affected.path("versions")) {
            if (each.asText().equals(version)) {
                return true;
            }
        }
        for (JsonNode range : affected.path("ranges")) {
            if (!range.path("type").asText().equals("GIT") && holds(range, new ComparableVersion(version))) {
                return true;
            }
        }
        return false;
    }

    /** The last event at or before a version decides; a last affected version ends behind itself. */
    private static boolean holds(JsonNode range, ComparableVersion version) {
        boolean affected = false;
        for (Event event : events(range)) {
            switch (event.kind()) {
                case "introduced" -> affected |= event.everywhere() || version.compareTo(event.version()) >= 0;
                case "fixed" -> affected &= version.compareTo(event.version()) < 0;
                case "last_affected" -> affected &= version.compareTo(event.version()) <= 0;
                default -> throw new IllegalStateException("an event of no known kind: " + event.kind());
            }
        }
        return affected;
    }

    private static List<Event> events(JsonNode range) {
        List<Event> events = new ArrayList<>();
        for (JsonNode each : range.path("events")) {
            each.properties()
                    .forEach(event -> events.add(new Event(
                            event.getKey(),
                            new ComparableVersion(event.getValue().asText()))));
        }
        // What ends before what begins, at the same version: such a version is affected.
        events.removeIf(event -> event.kind().equals("limit"));
        events.sort(Comparator.comparing((Event event) -> !event.everywhere())
                .thenComparing(Event::version)
                .thenComparing(event -> event.kind().equals("introduced")));
        return events;
    }

    private record Event(String kind, ComparableVersion version) {

        /** Before every version, pre-releases of 0 included. */
        private boolean everywhere() {
            return kind.equals("introduced") && version.toString().equals("0");
        }
    }
}
