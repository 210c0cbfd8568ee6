package org.jointdefence.registry.nativeimage;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down what a service looks up by name, a {@link Lookup} a line. In a process with {@link LookupAgent} it lies on the
 * boot class path, and needs nothing but the JDK.
 */
public final class Lookups {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final ThreadLocal<Boolean> BUSY = ThreadLocal.withInitial(() -> false);
    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();
    private static final Set<Object> USED = ConcurrentHashMap.newKeySet();

    private static volatile PrintStream out = System.err;
    private static volatile Runnable before = () -> {};
    private static volatile Runnable first = () -> {};
    private static volatile boolean started;

    private Lookups() {}

    /**
     * Writes to this file.
     *
     * @param before is executed before the service begins to run, and what it looks up is not written down
     * @param first is executed next, and what it looks up is written down
     */
    public static void open(String file, Runnable before, Runnable first) throws IOException {
        out = new PrintStream(file, StandardCharsets.UTF_8);
        Lookups.before = before;
        Lookups.first = first;
        // So that no lookup is the first to need them.
        BUSY.get();
        frames();
    }

    /** The service begins to run; what was looked up before is done while an image is built. */
    public static void start() {
        if (!started) {
            before.run();
            started = true;
            first.run();
        }
    }

    /** Something is in the heap when the service begins to run. */
    public static void held(String field, String type) {
        print(String.join("\t", "heap", field, type, "", "-1", field.substring(0, field.lastIndexOf('.'))));
    }

    /** A class was found by its name. */
    public static void found(String how, Class<?> type) {
        if (started && type != null && !BUSY.get() && isOfALibrary(type)) {
            write(how, type.getName());
        }
    }

    /** Something else was found. */
    public static void found(String how, String name, Object found) {
        if (started && found != null && !BUSY.get()) {
            write(how, name, found);
        }
    }

    /** A constructor or a method was called by reflection. */
    public static void called(Executable called) {
        Class<?> type = called.getDeclaringClass();
        // An image knows the constants of enums.
        boolean constants = type.isEnum() && called.getName().equals("values");
        if (started && !BUSY.get() && isOfALibrary(type) && !constants && USED.add(called)) {
            write(
                    "member",
                    type.getName() + '#' + (called.getName().equals(type.getName()) ? "<init>" : called.getName()));
        }
    }

    /** A field was read or written by reflection. */
    public static void accessed(Field field) {
        if (started && !BUSY.get() && isOfALibrary(field.getDeclaringClass()) && USED.add(field)) {
            write("member", field.getDeclaringClass().getName() + '#' + field.getName());
        }
    }

    /** A proxy was made. */
    public static void proxied(Class<?>[] interfaces) {
        if (started && !BUSY.get()) {
            write("proxy", Stream.of(interfaces).map(Class::getName).collect(Collectors.joining(",")));
        }
    }

    /** The form of serialised objects of a class was asked for. */
    public static void serialised(Class<?> type) {
        if (started && type != null && !BUSY.get() && !type.isArray()) {
            write("serialization", type.getName());
        }
    }

    /** A library of machine code was loaded, by its name or from a file. */
    public static void loaded(String name) {
        if (started
                && !BUSY.get()
                && !STACK.walk(stack -> stack.skip(1)
                        .dropWhile(frame -> frame.getDeclaringClass() == System.class)
                        .findFirst()
                        .map(caller -> isOfTheJdk(caller.getDeclaringClass()))
                        .orElse(true))) {
            write("library", name.substring(name.lastIndexOf(File.separatorChar) + 1));
        }
    }

    /** A character set was found. */
    public static void found(Charset charset) {
        if (started && !BUSY.get()) {
            write("charset", charset.name());
        }
    }

    /** What the JDK knows of a locale was found. */
    public static void found(Locale locale) {
        if (started && locale != null && !BUSY.get() && USED.add(locale)) {
            write("locale", locale.toLanguageTag());
        }
    }

    private static boolean isOfALibrary(Class<?> type) {
        return !type.isArray()
                && !type.isPrimitive()
                && !type.isHidden()
                && !Proxy.isProxyClass(type)
                && !isOfTheJdk(type);
    }

    private static boolean isOfTheJdk(Class<?> type) {
        return type.getModule().isNamed();
    }

    private static void write(String how, String name, Object found) {
        BUSY.set(true);
        boolean none = found instanceof Enumeration<?> all && !all.hasMoreElements();
        BUSY.set(false);
        if (!none) {
            write(how, name);
        }
    }

    private static void write(String how, String name) {
        BUSY.set(true);
        try {
            if (isForTheJdk()) {
                return;
            }
            List<StackFrame> frames = frames();
            Optional<StackFrame> asker = frames.stream()
                    .filter(frame -> !ClassLoader.class.isAssignableFrom(frame.getDeclaringClass()))
                    .findFirst();
            print(String.join(
                    "\t",
                    how,
                    name,
                    asker.map(StackFrame::getClassName).orElse(""),
                    // Without the descriptor: to ask for it loads classes, perhaps the one that is being loaded.
                    asker.map(StackFrame::getMethodName).orElse(""),
                    asker.map(frame -> String.valueOf(frame.getByteCodeIndex())).orElse("-1"),
                    frames.stream()
                            .filter(frame -> frame.getMethodName().equals("<clinit>"))
                            .map(StackFrame::getClassName)
                            .distinct()
                            .collect(Collectors.joining(","))));
        } finally {
            BUSY.set(false);
        }
    }

    private static void print(String line) {
        if (WRITTEN.add(line)) {
            out.println(line);
            out.flush();
        }
    }

    /** Whether the JDK itself needs a class: of a signature, of an annotation, or above one that it is about to define. */
    private static boolean isForTheJdk() {
        return STACK.walk(stack -> stack.takeWhile(
                        frame -> frame.getDeclaringClass() == Lookups.class || isOfTheJdk(frame.getDeclaringClass()))
                .anyMatch(frame -> frame.getClassName().startsWith("sun.reflect.")
                        || frame.getMethodName().equals("defineClass")));
    }

    /** The methods that are being executed, innermost first, without the JDK's and these. */
    private static List<StackFrame> frames() {
        return STACK.walk(stack -> stack.filter(
                        frame -> frame.getDeclaringClass() != Lookups.class && !isOfTheJdk(frame.getDeclaringClass()))
                .collect(Collectors.toList()));
    }
}
