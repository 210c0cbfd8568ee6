package org.jointdefence.registry.nativeimage;

import java.io.File;
import java.io.FileDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.Buffer;
import java.nio.channels.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipFile;

/**
 * Follows all static fields, through whatever they lead to, as native-image does when it makes the heap of an image, and
 * finds what an image must not hold. Like {@link Lookups} it needs nothing but the JDK, all of whose packages are open to it.
 */
public final class HeapWalk {

    /** Neither the classes of the program nor what the JVM keeps for itself are data. */
    private static final List<Class<?>> OPAQUE = List.of(
            Class.class,
            ClassLoader.class,
            Module.class,
            ModuleLayer.class,
            AccessibleObject.class,
            MethodHandle.class,
            MethodType.class,
            VarHandle.class,
            Reference.class,
            ThreadLocal.class,
            String.class,
            Number.class);

    /** What is one machine's, one process's or one moment's: native-image refuses most of it, and keeps the rest for ever. */
    private static final List<Class<?>> FORBIDDEN = List.of(
            Random.class,
            SplittableRandom.class,
            Timer.class,
            Process.class,
            Cleaner.class,
            Cleaner.Cleanable.class,
            Channel.class,
            File.class,
            Inflater.class,
            Deflater.class,
            ZipFile.class,
            InetAddress.class,
            NetworkInterface.class,
            TimeZone.class);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Class<?>, List<Field>> fields = new HashMap<>();
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final BiConsumer<String, String> finding;
    private final Predicate<Class<?>> initialised;

    /**
     * @param initialised whether a class has been initialised
     * @param finding takes the static field, and the class of what it leads to
     */
    public HeapWalk(Predicate<Class<?>> initialised, BiConsumer<String, String> finding) {
        this.initialised = initialised;
        this.finding = finding;
    }

    /** Walks from each static field of these classes; what several lead to is found once. */
    public void run(Iterable<Class<?>> roots) {
        for (Class<?> root : roots) {
            if (initialised.test(root)) {
                for (Field field : declared(root, true)) {
                    walk(root.getName() + '.' + field.getName(), value(field, null));
                }
            }
        }
    }

    private void walk(String root, Object from) {
        add(from);
        while (!waiting.isEmpty()) {
            Object object = waiting.remove();
            if (isForbidden(object)) {
                finding.accept(root, object.getClass().getName());
            } else if (object instanceof Object[] array) {
                for (Object element : array) {
                    add(element);
                }
            } else {
                for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                    for (Field field : fields.computeIfAbsent(type, each -> declared(each, false))) {
                        add(value(field, object));
                    }
                }
            }
        }
    }

    private void add(Object object) {
        if (object != null
                && !(object.getClass().isArray()
                        && object.getClass().getComponentType().isPrimitive())
                && OPAQUE.stream().noneMatch(type -> type.isInstance(object))
                && seen.add(object)) {
            waiting.add(object);
        }
    }

    /** Whether a class has been initialised, without doing so. */
    public static Predicate<Class<?>> isInitialised() {
        try {
            Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
            Object instance = unsafe.getMethod("getUnsafe").invoke(null);
            Method shouldBe = unsafe.getMethod("shouldBeInitialized", Class.class);
            return type -> {
                try {
                    return !(boolean) shouldBe.invoke(instance, type);
                } catch (ReflectiveOperationException failure) {
                    throw new IllegalStateException(failure);
                }
            };
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isForbidden(Object object) {
        return switch (object) {
            case ThreadLocalRandom common -> false;
            case Thread thread -> thread.getState() != Thread.State.NEW && thread.getState() != Thread.State.TERMINATED;
            // Standard input, output and error are the image's own.
            case FileDescriptor descriptor ->
                descriptor.valid()
                        && descriptor != FileDescriptor.in
                        && descriptor != FileDescriptor.out
                        && descriptor != FileDescriptor.err;
            case Buffer buffer -> buffer.isDirect();
            default -> FORBIDDEN.stream().anyMatch(type -> type.isInstance(object));
        };
    }

    private static List<Field> declared(Class<?> type, boolean isStatic) {
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) == isStatic
                    && !field.getType().isPrimitive()
                    && field.trySetAccessible()) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static Object value(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException inaccessible) {
            throw new IllegalStateException(inaccessible);
        }
    }
}
