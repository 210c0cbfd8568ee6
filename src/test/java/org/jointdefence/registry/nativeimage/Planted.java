package org.jointdefence.registry.nativeimage;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Collator;
import java.text.NumberFormat;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * Lies in the jar of {@link LookupAgent}, and does by intention what a class of the service must not: so each run shows that
 * the faults of every kind are found.
 */
@SuppressWarnings("unused")
final class Planted {

    private static final Supplier<?> RANDOM = holder(new SecureRandom());
    private static final Object ADDRESS = InetAddress.getLoopbackAddress();
    private static final Object[] ZONE = {TimeZone.getTimeZone("Europe/Vilnius")};
    private static final Object CLIENT = HttpClient.newHttpClient();
    private static final Object BUFFER = ByteBuffer.allocateDirect(8);
    private static final Object CHANNEL = open();

    private Planted() {}

    /** As a lambda would hold it. */
    private static Supplier<Object> holder(Object held) {
        return () -> held;
    }

    private static FileChannel open() {
        try {
            return FileChannel.open(Path.of("/proc/self/cmdline"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Looks up what nobody registered. The names are put together, so that no constant pool has them. */
    static void lookUp() {
        ClassLoader loader = Planted.class.getClassLoader();
        String name = Planted.class.getName() + "$";
        try {
            Class.forName(name.concat("ForName"));
            loader.loadClass(name.concat("LoadClass"));
            Class<?> member = loader.loadClass(name.concat("Member"));
            member.getDeclaredConstructor().newInstance();
            member.getDeclaredMethod("ca".concat("ll")).invoke(null);
            member.getDeclaredField("fie".concat("ld")).get(null);
            Planted.class
                    .getResourceAsStream("/".concat(name.replace('.', '/')).concat("Resource.class"))
                    .close();
            ResourceBundle.getBundle(name.concat("Bundle"));
            ServiceLoader.load(Service.class).forEach(Objects::requireNonNull);
            Class<?>[] interfaces = {loader.loadClass(name.concat("Proxied"))};
            Proxy.newProxyInstance(loader, interfaces, (proxy, method, arguments) -> null);
            new ObjectOutputStream(OutputStream.nullOutputStream()).writeObject(new Serialised("x"));
            Charset.forName("windows-1257");
            Collator.getInstance(Locale.forLanguageTag("lt"));
            NumberFormat.getInstance(Locale.forLanguageTag("uk"));
            System.loadLibrary("not-there");
        } catch (UnsatisfiedLinkError expected) {
            // There is none, and it was looked for.
        } catch (ReflectiveOperationException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static final class ForName {}

    static final class LoadClass {}

    static final class Member {
        static final String field = "";

        static void call() {}
    }

    static final class Resource {}

    interface Proxied {}

    /** Texts. */
    public static final class Bundle extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return new Object[0][];
        }
    }

    /** Provided by {@link Provider}, as the jar says. */
    public interface Service {}

    /** Found by the name that the jar says. */
    public static final class Provider implements Service {}

    record Serialised(String text) implements Serializable {}
}
