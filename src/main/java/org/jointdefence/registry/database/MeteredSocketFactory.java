package org.jointdefence.registry.database;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jointdefence.registry.budget.AnswerBudget;

/**
 * Creates the sockets of connections to PostgreSQL, which charge received bytes to the {@link AnswerBudget} of the
 * request. The driver buffers all rows of a result before it returns the first, so that code above it could not stop in
 * time. A read beyond the budget fails and breaks the connection, whose remaining data is discarded.
 */
@RegisterForReflection // The driver finds it by the connections' property socketFactory.
public final class MeteredSocketFactory extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new MeteredSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    private static final class MeteredSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new MeteredInputStream(super.getInputStream());
        }
    }

    private static final class MeteredInputStream extends FilterInputStream {
        private MeteredInputStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            charge(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            charge(read);
            return read;
        }

        private static void charge(int bytes) throws IOException {
            AnswerBudget budget = AnswerBudget.current();
            if (budget != null && bytes > 0) {
                try {
                    budget.receive(bytes);
                } catch (RuntimeException exceeded) {
                    throw new IOException(exceeded);
                }
            }
        }
    }
}
