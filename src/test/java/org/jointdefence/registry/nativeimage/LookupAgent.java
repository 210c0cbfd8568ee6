package org.jointdefence.registry.nativeimage;

import java.io.IOException;
import java.io.ObjectStreamClass;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

/**
 * An agent that has every lookup by name written down by {@link Lookups}, from the start of the service on, and what the
 * static fields of classes lead to then.
 */
public final class LookupAgent {

    /** Whose static initialiser runs while the image is built, and whose method doStart begins to run the service. */
    private static final String APPLICATION = "io.quarkus.runner.ApplicationImpl";

    /** What the JDK knows of a locale comes from here. */
    private static final String LOCALE_DATA = "sun.util.resources.LocaleData";

    private LookupAgent() {}

    /**
     * What the JVM calls before the main method.
     *
     * @param arguments the file to write to; and, if the heap is to be walked and what is planted is to be done, two more,
     *     after commas: with the names of the classes that an image initialises when it runs, or with what these begin with,
     *     and with the names of our classes
     */
    public static void premain(String arguments, Instrumentation instrumentation)
            throws IOException, ClassNotFoundException {
        String[] files = arguments.split(",", -1);
        if (files.length == 1) {
            Lookups.open(files[0], () -> {}, () -> {});
        } else {
            List<String> atRunTime = Files.readAllLines(Path.of(files[1]));
            List<String> ours = Files.readAllLines(Path.of(files[2]));
            Lookups.open(files[0], () -> walk(instrumentation, atRunTime, ours), Planted::lookUp);
        }
        // What the agent itself needs to change it would otherwise be looked up while the service runs.
        Class.forName(LOCALE_DATA);
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .ignore(not(namedOneOf(
                        Class.class.getName(),
                        ClassLoader.class.getName(),
                        ResourceBundle.class.getName(),
                        Constructor.class.getName(),
                        Method.class.getName(),
                        Field.class.getName(),
                        Proxy.class.getName(),
                        ObjectStreamClass.class.getName(),
                        System.class.getName(),
                        Charset.class.getName(),
                        LOCALE_DATA,
                        APPLICATION)))
                .type(is(Class.class))
                .transform(advice(ForName.class, named("forName").and(takesArgument(0, String.class))))
                .type(is(ClassLoader.class))
                .transform(advice(LoadClass.class, named("loadClass").and(takesArguments(String.class))))
                .transform(advice(
                        Resource.class,
                        named("getResource").or(named("getResources")).or(named("getResourceAsStream"))))
                .type(is(ResourceBundle.class))
                .transform(advice(Bundle.class, named("getBundle").and(takesArgument(0, String.class))))
                .type(is(Constructor.class))
                .transform(advice(Call.class, named("newInstance").and(isPublic())))
                .type(is(Method.class))
                .transform(advice(Call.class, named("invoke").and(isPublic())))
                .type(is(Field.class))
                .transform(advice(Access.class, named("get").or(named("set")).and(isPublic())))
                .type(is(Proxy.class))
                .transform(advice(ProxyMade.class, named("newProxyInstance").and(isPublic())))
                .type(is(ObjectStreamClass.class))
                .transform(advice(Serialised.class, named("lookup").and(takesArguments(Class.class, boolean.class))))
                .type(is(System.class))
                .transform(advice(Library.class, named("load").or(named("loadLibrary"))))
                .type(is(Charset.class))
                .transform(advice(FoundCharset.class, named("forName").and(takesArguments(String.class))))
                .type(named(LOCALE_DATA))
                .transform(
                        advice(FoundLocale.class, named("getBundle").and(takesArguments(String.class, Locale.class))))
                .type(named(APPLICATION))
                .transform(advice(Start.class, named("doStart")))
                .installOn(instrumentation);
    }

    private static AgentBuilder.Transformer advice(Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
        return (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(advice).on(methods));
    }

    private static void walk(Instrumentation instrumentation, List<String> atRunTime, List<String> ours) {
        Module walker = HeapWalk.class.getModule();
        for (Module module : ModuleLayer.boot().modules()) {
            Map<String, Set<Module>> open =
                    module.getPackages().stream().collect(Collectors.toMap(name -> name, name -> Set.of(walker)));
            instrumentation.redefineModule(module, Set.of(), Map.of(), open, Set.of(), Map.of());
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        List<Class<?>> roots = new ArrayList<>();
        try {
            roots.add(Class.forName(Planted.class.getName()));
            for (String name : ours) {
                roots.add(Class.forName(name, atRunTime.stream().noneMatch(name::startsWith), loader));
            }
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException(failure);
        }
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (!type.getModule().isNamed()
                    && !type.getName().startsWith("net.bytebuddy.")
                    && !type.getPackageName().equals(LookupAgent.class.getPackageName())
                    && atRunTime.stream().noneMatch(type.getName()::startsWith)) {
                roots.add(type);
            }
        }
        new HeapWalk(HeapWalk.isInitialised(), Lookups::held).run(roots);
    }

    /** Copied into what finds classes for libraries. */
    static final class ForName {
        private ForName() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return Class<?> found) {
            Lookups.found("forName", found);
        }
    }

    /** Copied into what finds classes for the JVM, too, which links by it. */
    static final class LoadClass {
        private LoadClass() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return Class<?> found) {
            Lookups.found("loadClass", found);
        }
    }

    /** Copied into what finds resources. */
    static final class Resource {
        private Resource() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) String name, @Advice.Return Object found) {
            Lookups.found("resource", name, found);
        }
    }

    /** Copied into what finds bundles. */
    static final class Bundle {
        private Bundle() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) String name, @Advice.Return Object found) {
            Lookups.found("bundle", name, found);
        }
    }

    /** Copied into what calls constructors and methods that were found by name. */
    static final class Call {
        private Call() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.This Executable called) {
            Lookups.called(called);
        }
    }

    /** Copied into what reads and writes fields that were found by name. */
    static final class Access {
        private Access() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.This Field field) {
            Lookups.accessed(field);
        }
    }

    /** Copied into what makes proxies. */
    static final class ProxyMade {
        private ProxyMade() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) Class<?>[] interfaces) {
            Lookups.proxied(interfaces);
        }
    }

    /** Copied into what reads and writes objects. */
    static final class Serialised {
        private Serialised() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Class<?> type) {
            Lookups.serialised(type);
        }
    }

    /** Copied into what loads machine code. */
    static final class Library {
        private Library() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) String name) {
            Lookups.loaded(name);
        }
    }

    /** Copied into what finds character sets. */
    static final class FoundCharset {
        private FoundCharset() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return Charset found) {
            Lookups.found(found);
        }
    }

    /** Copied into what finds the words and forms of a locale. */
    static final class FoundLocale {
        private FoundLocale() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) Locale locale) {
            Lookups.found(locale);
        }
    }

    /** Copied into what starts the service. */
    static final class Start {
        private Start() {}

        @Advice.OnMethodEnter
        static void enter() {
            Lookups.start();
        }
    }
}
