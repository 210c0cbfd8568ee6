package org.jointdefence.registry.selection.execution;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL document with the SQL that it compiles to in a file beside it.
 *
 * <p>The first line can give variables as JSON: {@code # variables: {…}}. The variables {@code after} and {@code before} are
 * not among them, because cursors differ from one start of the service to the next.
 */
record GoldenDocument(String name, String text, Map<String, @Nullable Object> variables) {
    static final Path DIRECTORY = Path.of("src/test/resources/graphql/sql");
    private static final String DOCUMENT = ".graphql";
    private static final String SQL = ".sql";
    private static final String VARIABLES = "# variables: ";
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<GoldenDocument> all() {
        return names(DOCUMENT).stream().map(GoldenDocument::named).toList();
    }

    /** The names of the documents, in order. */
    static Set<String> documents() {
        return names(DOCUMENT);
    }

    /** The names of the files with SQL, in order. */
    static Set<String> files() {
        return names(SQL);
    }

    private static Set<String> names(String ending) {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenDocument named(String name) {
        try {
            String text = Files.readString(DIRECTORY.resolve(name + DOCUMENT));
            String first = text.lines().findFirst().orElse("");
            String variables = first.startsWith(VARIABLES) ? first.substring(VARIABLES.length()) : "{}";
            return new GoldenDocument(name, text, JSON.readValue(variables, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The committed file with its SQL. */
    Path sql() {
        return DIRECTORY.resolve(name + SQL);
    }

    @Override
    public String toString() {
        return name;
    }
}
