package org.jointdefence.registry.nativeimage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What our classes leave in the heap of a native image while it is built: their static fields, and the beans that observe
 * how the schema is made, with all that these hold.
 */
record ImageHeap(JavaClasses classes) {

    /** Of these an image holds none: it would be one machine's, one process's or one moment's for ever. */
    private static final List<String> FORBIDDEN = List.of(
            "java.util.Random",
            "java.util.random.RandomGenerator",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.Process",
            "java.util.Timer",
            "java.util.concurrent.Executor",
            "java.util.concurrent.ThreadFactory",
            "java.lang.ref.Cleaner",
            "java.lang.AutoCloseable",
            "java.io.File",
            "java.io.FileDescriptor",
            "java.nio.file.Path",
            "java.nio.MappedByteBuffer",
            "java.util.zip.Inflater",
            "java.util.zip.Deflater",
            "java.net.InetAddress",
            "java.net.SocketAddress",
            "java.net.NetworkInterface",
            "java.net.http.HttpClient",
            "javax.net.ssl.SSLContext",
            "javax.sql.DataSource",
            "java.security.KeyStore",
            "javax.crypto.Cipher",
            "javax.crypto.KeyGenerator",
            "java.security.KeyPairGenerator",
            "java.time.ZoneId",
            "java.util.TimeZone",
            "java.util.Calendar",
            "java.util.Date",
            "java.text.DateFormat",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.time.temporal.Temporal",
            "com.github.benmanes.caffeine.cache.Cache",
            "com.github.benmanes.caffeine.cache.Ticker");

    /** What must not be there, each with the way to it. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (JavaClass type : classes) {
            type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                    .forEach(field -> follow(field, field.getFullName(), new HashSet<>(), findings));
        }
        Set<JavaClass> beans = builtWithTheSchema();
        beans.forEach(bean -> bean.getAllFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .forEach(field -> follow(field, field.getFullName(), new HashSet<>(), findings)));
        findings.addAll(new BuildTimeCode(classes, beans).findings());
        return findings;
    }

    private static void follow(JavaField field, String way, Set<JavaClass> visited, List<String> findings) {
        Set<JavaClass> types =
                holdsItsArguments(field.getRawType()) ? field.getAllInvolvedRawTypes() : Set.of(field.getRawType());
        for (JavaClass type : types) {
            FORBIDDEN.stream()
                    .filter(type::isAssignableTo)
                    .findFirst()
                    .ifPresent(forbidden -> findings.add(way + " may hold a " + forbidden));
            if (type.getPackageName().startsWith("org.jointdefence.") && visited.add(type)) {
                type.getAllFields().stream()
                        .filter(next -> !next.getModifiers().contains(JavaModifier.STATIC))
                        .forEach(next -> follow(next, way + " > " + next.getFullName(), visited, findings));
            }
        }
    }

    /** What a ThreadLocal leads to is kept by threads, and an image has none; a function takes and makes, and keeps nothing. */
    private static boolean holdsItsArguments(JavaClass type) {
        return !type.isAssignableTo(ThreadLocal.class) && !type.getPackageName().equals("java.util.function");
    }

    /** The observers of the schema's builder, and what is injected into them and so on. */
    private Set<JavaClass> builtWithTheSchema() {
        Set<JavaClass> beans = new LinkedHashSet<>();
        for (JavaClass type : classes) {
            for (JavaMethod method : type.getMethods()) {
                if (method.getParameters().stream().anyMatch(ImageHeap::observesTheBuilder)) {
                    add(type, beans);
                    method.getRawParameterTypes().forEach(injected -> add(injected, beans));
                }
            }
        }
        return beans;
    }

    static boolean observesTheBuilder(JavaParameter parameter) {
        return parameter.isAnnotatedWith("jakarta.enterprise.event.Observes")
                && parameter.getRawType().getName().equals("graphql.schema.GraphQLSchema$Builder");
    }

    private void add(JavaClass injected, Set<JavaClass> beans) {
        Stream.concat(Stream.of(injected), injected.getAllSubclasses().stream())
                .filter(type -> classes.contain(type.getName()) && beans.add(type))
                .flatMap(type -> type.getConstructors().stream())
                .map(JavaConstructor::getRawParameterTypes)
                .forEach(types -> types.forEach(type -> add(type, beans)));
    }
}
