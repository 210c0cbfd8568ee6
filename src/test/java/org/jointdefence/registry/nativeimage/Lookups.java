package org.jointdefence.registry.nativeimage;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.StackWalker.StackFrame;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Writes down what a service looks up by name, a {@link Lookup} a line. In a process with {@link LookupAgent} it lies on the
 * boot class path, and needs nothing but the JDK.
 */
public final class Lookups {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final ThreadLocal<Boolean> BUSY = ThreadLocal.withInitial(() -> false);
    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

    private static volatile PrintStream out = System.err;
    private static volatile boolean started;

    private Lookups() {}

    /** Writes to this file. */
    public static void open(String file) throws IOException {
        out = new PrintStream(file, StandardCharsets.UTF_8);
        // So that no lookup is the first to need them.
        BUSY.get();
        frames();
    }

    /** The service begins to run; what was looked up before is done while an image is built. */
    public static void start() {
        started = true;
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

    private static boolean isOfALibrary(Class<?> type) {
        return !type.isArray() && !type.isPrimitive() && !isOfTheJdk(type);
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
            String line = String.join(
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
                            .collect(Collectors.joining(",")));
            if (WRITTEN.add(line)) {
                out.println(line);
                out.flush();
            }
        } finally {
            BUSY.set(false);
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
