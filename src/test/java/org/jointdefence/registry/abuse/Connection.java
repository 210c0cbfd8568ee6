package org.jointdefence.registry.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.zip.CRC32;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A connection on which a test writes what it likes, and reads the one response until the service closes it. */
record Connection(Socket socket) implements AutoCloseable {

    private static final int PATIENCE = 30_000;
    private static final int CONNECTING = 5_000;
    private static final int REMEMBERED = 1 << 16;

    /** Opens it from 127.0.0.{@code from}; the receive buffer is the system's unless it is given. */
    static Connection open(int from, int port, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        try {
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.bind(new InetSocketAddress(loopback(from), 0));
            socket.connect(new InetSocketAddress(loopback(1), port), CONNECTING);
            socket.setSoTimeout(PATIENCE);
            return new Connection(socket);
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    /** Sends these bytes; a service that has closed the connection is told by the response that is missing. */
    void write(byte[] bytes) {
        // Even so a response may be there: one that was sent before the request was read to its end.
        boolean ignored = send(bytes);
    }

    /** Sends these bytes, and says whether they could be sent. */
    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Reads to the end of what the service sends. */
    Reply read() {
        byte[] beginning = new byte[REMEMBERED];
        int remembered = 0;
        long length = 0;
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[1 << 14];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int kept = Math.min(read, REMEMBERED - remembered);
                System.arraycopy(buffer, 0, beginning, remembered, kept);
                remembered += kept;
                length += read;
                checksum.update(buffer, 0, read);
            }
        } catch (SocketTimeoutException silent) {
            return Reply.SILENCE;
        } catch (IOException reset) {
            if (length == 0) {
                return Reply.DROPPED;
            }
        }
        return Reply.of(new String(beginning, 0, remembered, ISO_8859_1), length, checksum.getValue());
    }

    /** Whether the service has closed it, or does so within this time. */
    boolean closesWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) Math.max(1, time.toMillis()));
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // That is what is wanted.
        }
    }
}
