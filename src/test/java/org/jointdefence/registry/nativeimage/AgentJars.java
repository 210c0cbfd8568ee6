package org.jointdefence.registry.nativeimage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import net.bytebuddy.ByteBuddy;

/**
 * {@link LookupAgent} as a jar that a JVM takes as an agent, and what the JDK's own classes call as one for its boot class
 * path.
 *
 * @param atRunTime a file with the names of classes, or with what they begin with, that an image initialises when it runs
 * @param ours a file with the names of our classes
 */
record AgentJars(Path agent, Path atRunTime, Path ours) {

    static AgentJars in(Path directory, ImageSources sources) throws IOException {
        Path lookups = directory.resolve("lookups.jar");
        write(lookups, new Manifest(), List.of(Lookups.class, HeapWalk.class), Map.of());
        Path agent = directory.resolve("agent.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue("Premain-Class", LookupAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Boot-Class-Path", lookups.toString());
        attributes.putValue(
                "Class-Path",
                ByteBuddy.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString());
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> type : List.of(LookupAgent.class, Planted.class)) {
            classes.add(type);
            classes.addAll(List.of(type.getDeclaredClasses()));
        }
        write(
                agent,
                manifest,
                classes,
                Map.of("META-INF/services/" + Planted.Service.class.getName(), Planted.Provider.class.getName()));
        return new AgentJars(
                agent,
                Files.write(directory.resolve("at-run-time"), sources.initialisedAtRunTime()),
                Files.write(directory.resolve("ours"), sources.ours()));
    }

    /** What the JVM is told, to write lookups to a file. */
    String lookups(Path file) {
        return "-javaagent:" + agent + "=" + file;
    }

    /** What the JVM is told, to write lookups, what is planted among them, and what the heap holds to a file. */
    String lookupsAndHeap(Path file) {
        return lookups(file) + "," + atRunTime + "," + ours;
    }

    private static void write(Path jar, Manifest manifest, Collection<Class<?>> classes, Map<String, String> files)
            throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream stream = new JarOutputStream(file, manifest)) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                stream.putNextEntry(new ZipEntry(name));
                try (InputStream code =
                        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
                    code.transferTo(stream);
                }
            }
            for (Map.Entry<String, String> each : files.entrySet()) {
                stream.putNextEntry(new ZipEntry(each.getKey()));
                stream.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
