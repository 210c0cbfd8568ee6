package org.jointdefence.registry.nativeimage;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ResourceBundle;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

/** An agent that has every lookup by name written down by {@link Lookups}, from the start of the service on. */
public final class LookupAgent {

    /** Whose static initialiser runs while the image is built, and whose method doStart begins to run the service. */
    private static final String APPLICATION = "io.quarkus.runner.ApplicationImpl";

    private LookupAgent() {}

    /** What the JVM calls before the main method, with the file to write to. */
    public static void premain(String file, Instrumentation instrumentation) throws IOException {
        Lookups.open(file);
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .ignore(not(namedOneOf(
                        Class.class.getName(),
                        ClassLoader.class.getName(),
                        ResourceBundle.class.getName(),
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
                .type(named(APPLICATION))
                .transform(advice(Start.class, named("doStart")))
                .installOn(instrumentation);
    }

    private static AgentBuilder.Transformer advice(Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
        return (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(advice).on(methods));
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

    /** Copied into what starts the service. */
    static final class Start {
        private Start() {}

        @Advice.OnMethodEnter
        static void enter() {
            Lookups.start();
        }
    }
}
