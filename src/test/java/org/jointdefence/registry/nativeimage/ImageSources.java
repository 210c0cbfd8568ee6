package org.jointdefence.registry.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;

/** What Quarkus hands to native-image: the jars, and the arguments and files that say what the image holds. */
final class ImageSources implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FEATURES = Pattern.compile("--features=(\\S+)");
    private static final Pattern INCLUDED = Pattern.compile("-H:IncludeResources=(\\S+)");
    private static final Pattern INCLUDED_BUNDLES = Pattern.compile("-H:IncludeResourceBundles=(\\S+)");
    private static final Pattern LOCALES = Pattern.compile("-H:IncludeLocales=(\\S+)");
    private static final Pattern AT_RUN_TIME = Pattern.compile("--initialize-at-run-time=(\\S+)");

    private static final Pattern CLASS_NAME = Pattern.compile("\\w+(\\.[\\w$-]+)+");

    /** What each image has. */
    private static final Set<String> CHARSETS =
            Set.of("US-ASCII", "ISO-8859-1", "UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE");

    private final Path runner;
    private final List<JarFile> jars = new ArrayList<>();
    private final Map<String, Optional<ClassCode>> code = new HashMap<>();

    private final Map<String, RegisteredClass> classes = new HashMap<>();
    private final Set<String> proxies = new HashSet<>();
    private final Set<String> serialised = new HashSet<>();
    private final Set<String> locales = new HashSet<>(Set.of("und"));
    private final Set<String> bundles = new HashSet<>();
    private final List<Pattern> resources = new ArrayList<>();

    /** What features name in their code: they register it, or have it initialised at run time. */
    private final Set<String> named = new HashSet<>();

    private final List<String> atRunTime = new ArrayList<>();

    /** Reads them from the directory to which a build with {@code quarkus.native.sources-only} wrote. */
    ImageSources(Path directory) throws IOException {
        this(directory, Set.of());
    }

    /** The same as if somebody had forgotten to register these. */
    ImageSources(Path directory, Set<String> forgotten) throws IOException {
        this.runner = onlyJar(directory);
        open(runner);
        try (Stream<Path> libraries = Files.list(directory.resolve("lib"))) {
            for (Path library : libraries.sorted().toList()) {
                open(library);
            }
        }
        readArguments(Files.readString(directory.resolve("native-image.args")));
        for (JarFile jar : jars) {
            for (ZipEntry entry : jar.stream()
                    .filter(entry -> entry.getName().startsWith("META-INF/native-image/"))
                    .toList()) {
                readConfiguration(jar, entry);
            }
        }
        classes.keySet().removeAll(forgotten);
        bundles.removeAll(forgotten);
        resources.removeIf(pattern ->
                forgotten.stream().anyMatch(name -> pattern.matcher(name).matches()));
    }

    /** The classes that are initialised when an image runs, or what their names begin with. */
    Set<String> initialisedAtRunTime() {
        Set<String> names = new TreeSet<>(atRunTime);
        named.stream().filter(CLASS_NAME.asMatchPredicate()).forEach(names::add);
        return names;
    }

    /** Our own classes. */
    List<String> ours() {
        return jars.getFirst().stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith("org/jointdefence/") && name.endsWith(".class"))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .filter(name -> !name.endsWith(".package-info"))
                .toList();
    }

    /** What is executed, on a JVM, too. */
    Path runner() {
        return runner;
    }

    /** Whether the image finds what was looked up, or has no need to. */
    boolean finds(Lookup lookup) {
        return switch (lookup.how()) {
            case "resource" -> isInitialisedWhileBuilding(lookup) || includes(lookup.name());
            case "bundle" -> isInitialisedWhileBuilding(lookup) || bundles.contains(lookup.name());
            case "loadClass" -> isLinking(lookup) || findsClass(lookup);
            case "member" -> findsMember(lookup);
            case "proxy" -> isInitialisedWhileBuilding(lookup) || proxies.contains(lookup.name()) || namesAll(lookup);
            case "serialization" -> isInitialisedWhileBuilding(lookup) || serialised.contains(lookup.name());
            case "charset" -> isInitialisedWhileBuilding(lookup) || CHARSETS.contains(lookup.name());
            case "locale" -> isInitialisedWhileBuilding(lookup) || locales.contains(language(lookup.name()));
            // What a run-time initialiser makes is no part of the heap, and was not looked at.
            case "heap", "library" -> false;
            default -> findsClass(lookup);
        };
    }

    private boolean findsClass(Lookup lookup) {
        return classes.containsKey(lookup.name())
                || named.contains(lookup.name())
                || isInitialisedWhileBuilding(lookup)
                // native-image itself follows a constant.
                || code(lookup.asker()).map(ClassCode::strings).orElse(Set.of()).contains(lookup.name());
    }

    private boolean findsMember(Lookup lookup) {
        String type = lookup.name().substring(0, lookup.name().indexOf('#'));
        String member = lookup.name().substring(type.length() + 1);
        Optional<ClassCode> asker = code(lookup.asker());
        return named.contains(type)
                || isInitialisedWhileBuilding(lookup)
                || Optional.ofNullable(classes.get(type))
                        .map(each -> each.has(member))
                        .orElse(false)
                // native-image itself follows constants.
                || asker.map(code -> code.types().contains(type)
                                && (member.equals("<init>") || code.strings().contains(member)))
                        .orElse(false);
    }

    private boolean namesAll(Lookup proxy) {
        return code(proxy.asker())
                .map(code -> code.types().containsAll(List.of(proxy.name().split(",", -1))))
                .orElse(false);
    }

    private static String language(String tag) {
        return tag.replaceFirst("-.*", "");
    }

    private boolean includes(String resource) {
        // A bundle's file comes with it.
        String bundle = resource.replaceFirst("\\.properties$", "").replace('/', '.');
        return bundles.contains(bundle)
                || resources.stream()
                        .anyMatch(pattern -> pattern.matcher(resource).matches());
    }

    /** Whether the JVM loaded a class for the code of the asker, which did not ask itself. */
    private boolean isLinking(Lookup lookup) {
        return !code(lookup.asker())
                .map(asker -> asker.calls(lookup.method(), lookup.index(), "loadClass"))
                .orElse(false);
    }

    /** Quarkus has every class initialised while the image is built, unless it is told otherwise. */
    private boolean isInitialisedWhileBuilding(Lookup lookup) {
        return lookup.initialised().stream()
                .anyMatch(type -> !named.contains(type) && atRunTime.stream().noneMatch(type::startsWith));
    }

    private Optional<ClassCode> code(String type) {
        return code.computeIfAbsent(type, this::readCode);
    }

    private Optional<ClassCode> readCode(String type) {
        for (JarFile jar : jars) {
            ZipEntry entry = jar.getEntry(type.replace('.', '/') + ".class");
            if (entry != null) {
                return Optional.of(ClassCode.of(bytes(jar, entry)));
            }
        }
        return type.equals(Planted.class.getName()) ? Optional.of(planted()) : Optional.empty();
    }

    /** It is in no jar of the image, and asks nevertheless. */
    private static ClassCode planted() {
        try (InputStream code = Planted.class.getResourceAsStream(Planted.class.getSimpleName() + ".class")) {
            return ClassCode.of(Objects.requireNonNull(code).readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void readArguments(String arguments) {
        all(FEATURES, arguments)
                .forEach(feature -> named.addAll(code(feature)
                        .orElseThrow(() -> new IllegalStateException("no feature " + feature))
                        .strings()));
        all(INCLUDED, arguments).forEach(pattern -> resources.add(Pattern.compile(pattern)));
        bundles.addAll(all(INCLUDED_BUNDLES, arguments));
        all(AT_RUN_TIME, arguments).forEach(atRunTime::add);
        all(LOCALES, arguments).forEach(locale -> locales.add(language(locale)));
    }

    private void readConfiguration(JarFile jar, ZipEntry entry) throws IOException {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        switch (name) {
            case "reflect-config.json" ->
                JSON.readTree(bytes(jar, entry))
                        .forEach(type -> classes.merge(
                                type.required("name").asText(), RegisteredClass.of(type), RegisteredClass::and));
            case "proxy-config.json" ->
                JSON.readTree(bytes(jar, entry))
                        .forEach(proxy -> proxies.add(joined(proxy.isArray() ? proxy : proxy.required("interfaces"))));
            case "serialization-config.json" ->
                JSON.readTree(bytes(jar, entry))
                        .path("types")
                        .forEach(type -> serialised.add(type.required("name").asText()));
            case "resource-config.json" -> readResources(JSON.readTree(bytes(jar, entry)));
            case "native-image.properties" -> {
                Properties properties = new Properties();
                try (InputStream stream = jar.getInputStream(entry)) {
                    properties.load(stream);
                }
                readArguments(properties.getProperty("Args", ""));
            }
            default -> {}
        }
    }

    private static String joined(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private void readResources(JsonNode configuration) {
        configuration
                .path("bundles")
                .forEach(bundle -> bundles.add(bundle.required("name").asText()));
        JsonNode included = configuration.path("resources");
        (included.isArray() ? included : included.path("includes"))
                .forEach(resource -> resources.add(
                        Pattern.compile(resource.required("pattern").asText())));
    }

    private static List<String> all(Pattern pattern, String arguments) {
        List<String> values = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(arguments); matcher.find(); ) {
            values.addAll(List.of(matcher.group(1).split(",", -1)));
        }
        return values;
    }

    private void open(Path jar) throws IOException {
        jars.add(new JarFile(jar.toFile()));
    }

    private static byte[] bytes(JarFile jar, ZipEntry entry) {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path onlyJar(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException("one -runner.jar was expected in " + directory + ": " + found);
            }
            return found.getFirst();
        }
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }
}
