package org.jointdefence.registry.http.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A connection on which a test sends raw bytes, well-formed or not. */
record RawClient(Socket socket) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Connects from 127.0.0.{@code address}. */
    static RawClient connect(URI endpoint, int address) throws IOException {
        InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) address});
        return new RawClient(new Socket(InetAddress.getByName(endpoint.getHost()), endpoint.getPort(), from, 0));
    }

    /**
     * Sends a request on a new connection, and returns everything until the service closes it, which the request must
     * cause.
     */
    static String ask(URI endpoint, String request) throws IOException {
        try (RawClient client = connect(endpoint, 1)) {
            client.send(request);
            return client.readToEnd();
        }
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    String readToEnd() throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Reads until this text arrives or the connection ends. */
    String readUntil(String text) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        StringBuilder read = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                read.append((char) next);
                if (endsWith(read, text)) {
                    break;
                }
            }
        } catch (SocketException reset) {
            // A reset also ends the connection.
        }
        return read.toString();
    }

    private static boolean endsWith(StringBuilder read, String text) {
        int start = read.length() - text.length();
        return start >= 0 && read.indexOf(text, start) == start;
    }

    /** Whether the service closes the connection within this time; data received before is dropped. */
    boolean isClosedWithin(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end) {
                socket.setSoTimeout((int)
                        Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
