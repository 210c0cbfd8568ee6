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

/** A connection on which a test writes arbitrary bytes, and reads the response until the service closes it. */
record Connection(Socket socket) implements AutoCloseable {

    private static final int PATIENCE = 30_000;
    private static final int CONNECTING = 5_000;
    private static final int REMEMBERED = 1 << 16;

    /** Connects from 127.0.0.{@code from}; without a given size, the receive buffer has the system's default. */
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

    /** Sends bytes, ignoring failures: if the service has closed the connection, the response will be missing. */
    void write(byte[] bytes) {
        // There may be a response nevertheless, sent before the whole request was read.
        boolean ignored = send(bytes);
    }

    /** Sends bytes, and returns whether this succeeded. */
    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Reads the response until the service closes the connection. */
    RawResponse read() {
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
            return RawResponse.SILENCE;
        } catch (IOException reset) {
            if (length == 0) {
                return RawResponse.DROPPED;
            }
        }
        return RawResponse.of(new String(beginning, 0, remembered, ISO_8859_1), length, checksum.getValue());
    }

    /** Whether the service closes the connection within this time. */
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
            // Expected.
        }
    }
}
