package org.jointdefence.registry.nativeimage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import net.bytebuddy.ByteBuddy;

/** {@link LookupAgent} as a jar that a JVM takes as an agent, and {@link Lookups} as one for its boot class path. */
record AgentJars(Path agent) {

    static AgentJars in(Path directory) throws IOException {
        Path lookups = directory.resolve("lookups.jar");
        write(lookups, new Manifest(), List.of(Lookups.class));
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
        write(
                agent,
                manifest,
                List.of(
                        LookupAgent.class,
                        LookupAgent.ForName.class,
                        LookupAgent.LoadClass.class,
                        LookupAgent.Resource.class,
                        LookupAgent.Bundle.class,
                        LookupAgent.Start.class));
        return new AgentJars(agent);
    }

    /** What the JVM is told, to write to a file. */
    String option(Path file) {
        return "-javaagent:" + agent + "=" + file;
    }

    private static void write(Path jar, Manifest manifest, List<Class<?>> classes) throws IOException {
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
        }
    }
}
