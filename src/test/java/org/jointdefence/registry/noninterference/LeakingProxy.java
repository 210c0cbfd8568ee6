package org.jointdefence.registry.noninterference;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Stands between a service and PostgreSQL and changes the texts of the service's statements, as a fault in the code that
 * makes them would. It reads PostgreSQL's protocol as far as that: messages of a letter, a length and a content.
 */
final class LeakingProxy implements AutoCloseable {
    private static final int PARSE = 'P';

    private final int port;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile UnaryOperator<String> fault = UnaryOperator.identity();

    /** To the PostgreSQL on this port. */
    LeakingProxy(int port) throws IOException {
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on, statements are changed so; the service has to prepare them again, on new connections. */
    void plant(UnaryOperator<String> change) throws IOException {
        fault = change;
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void listen() {
        try {
            while (true) {
                Socket service = listener.accept();
                Socket postgres = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(service);
                open.add(postgres);
                Thread.ofVirtual().start(() -> pass(() -> copy(postgres, service), service, postgres));
                Thread.ofVirtual().start(() -> pass(() -> change(service, postgres), service, postgres));
            }
        } catch (IOException closed) {
            // So ends a relay.
        }
    }

    private interface Passage {
        void run() throws IOException;
    }

    private static void pass(Passage passage, Socket service, Socket postgres) {
        try (service;
                postgres) {
            passage.run();
        } catch (IOException closed) {
            // So ends a connection.
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
    }

    private void change(Socket service, Socket postgres) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(service.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(postgres.getOutputStream()));
        // The first message has no letter.
        pass(in, out, false);
        while (true) {
            if (in.available() == 0) {
                out.flush();
            }
            int letter = in.read();
            if (letter < 0) {
                return;
            }
            out.write(letter);
            pass(in, out, letter == PARSE);
        }
    }

    private void pass(DataInputStream in, DataOutputStream out, boolean parse) throws IOException {
        byte[] content = in.readNBytes(in.readInt() - Integer.BYTES);
        byte[] passed = parse ? changed(content) : content;
        out.writeInt(passed.length + Integer.BYTES);
        out.write(passed);
    }

    /** A name, a statement, each with a zero at its end, and the types of parameters. */
    private byte[] changed(byte[] content) {
        int statement = end(content, 0) + 1;
        int types = end(content, statement);
        String text = fault.apply(new String(content, statement, types - statement, UTF_8));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(content, 0, statement);
        changed.writeBytes(text.getBytes(UTF_8));
        changed.write(content, types, content.length - types);
        return changed.toByteArray();
    }

    private static int end(byte[] content, int from) {
        int at = from;
        while (content[at] != 0) {
            at++;
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        plant(UnaryOperator.identity());
    }
}
