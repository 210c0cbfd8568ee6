package org.jointdefence.registry.http.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for localhost, created once per build on first use. */
final class TestCertificate {

    private static final String PASSWORD = "for-tests";
    private static final Path STORE = Path.of("target", "localhost.p12");

    static {
        if (!Files.exists(STORE)) {
            make();
        }
    }

    private TestCertificate() {}

    private static void make() {
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keystore",
                            STORE.toString(),
                            "-storepass",
                            PASSWORD,
                            "-alias",
                            "localhost",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "36500",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1")
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The settings for TLS with this certificate, on a separate port. */
    static Map<String, String> settings() {
        return Map.of(
                "quarkus.http.test-ssl-port",
                "0",
                "quarkus.http.ssl.certificate.key-store-file",
                STORE.toAbsolutePath().toString(),
                "quarkus.http.ssl.certificate.key-store-password",
                PASSWORD);
    }

    /** Trusts only this certificate. */
    static SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(STORE)) {
            trusted.load(in, PASSWORD.toCharArray());
        }
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("localhost", trusted.getCertificate("localhost"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
