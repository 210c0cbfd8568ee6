package org.jointdefence.registry.request.document;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jointdefence.registry.budget.CachesConfig;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.request.input.GraphQLRequest;
import org.jspecify.annotations.Nullable;

/** Finds the document of a request: the one sent, or the one that its id or hash names. */
@ApplicationScoped
public class TrustedDocuments {

    private static final Logger LOG = Logger.getLogger(TrustedDocuments.class);
    private static final String HASH_PREFIX = "sha256:";

    private final TrustedDocumentsConfig config;
    private final Map<String, String> documents = new HashMap<>();
    private final RegisteredDocuments registered;

    TrustedDocuments(TrustedDocumentsConfig config, CachesConfig caches) {
        this.config = config;
        documents.putAll(Manifest.ofPage());
        for (Path file : config.manifests().orElse(List.of())) {
            documents.putAll(Manifest.read(file));
        }
        this.registered = new RegisteredDocuments(
                caches.registeredDocuments().asLongValue(),
                caches.registeredDocumentsOfOne().asLongValue());
    }

    void announce(@Observes StartupEvent start) {
        if (config.manifests().isPresent() || config.only()) {
            LOG.infof(
                    "Loaded %d trusted documents, with those of the page; other documents are %s",
                    documents.size(), config.only() ? "rejected" : "accepted");
        }
    }

    /**
     * The document of a request from this party.
     *
     * @throws ClientError if there is no such document, or if this kind of request is disabled
     */
    public DocumentText find(GraphQLRequest request, Party party) {
        String id = request.documentId() != null ? request.documentId() : request.persistedHash();
        String trusted = id == null ? null : trusted(id);
        if (trusted != null && (request.query() == null || request.query().equals(trusted))) {
            return new DocumentText(trusted, true);
        }
        if (request.documentId() != null) {
            throw new ClientError(ErrorCode.NOT_FOUND, "There is no trusted document with this documentId.");
        }
        if (config.only()) {
            throw new ClientError(ErrorCode.FORBIDDEN, "Only trusted documents are accepted; send a documentId.");
        }
        String hash = request.persistedHash();
        return new DocumentText(
                hash == null ? String.valueOf(request.query()) : registered(hash, request.query(), party), false);
    }

    /** Whether a request names a trusted document instead of sending one. */
    public boolean isTrusted(GraphQLRequest request) {
        String id = request.documentId() != null ? request.documentId() : request.persistedHash();
        return request.query() == null && id != null && trusted(id) != null;
    }

    private @Nullable String trusted(String id) {
        String document = documents.get(id);
        return document == null && id.startsWith(HASH_PREFIX)
                ? documents.get(id.substring(HASH_PREFIX.length()))
                : document;
    }

    /** The messages are part of Apollo's protocol; its clients and urql's compare them. */
    private String registered(String hash, @Nullable String query, Party party) {
        if (!config.automatic()) {
            throw new ClientError(ErrorCode.FORBIDDEN, "PersistedQueryNotSupported");
        }
        if (query == null) {
            String known = registered.find(party, hash);
            if (known == null) {
                throw new ClientError(ErrorCode.NOT_FOUND, "PersistedQueryNotFound");
            }
            return known;
        }
        if (!hash.equals(sha256(query))) {
            throw ClientError.badInput("The sha256Hash does not match the query.");
        }
        return query;
    }

    /** Registers a valid document that was sent with its hash, if that is enabled. */
    public void register(GraphQLRequest request, Party party) {
        if (request.persistedHash() != null && request.query() != null && config.automatic() && !config.only()) {
            registered.register(party, request.persistedHash(), request.query());
        }
    }

    /** The hash of a request's document, for the log; null if the document cannot be found. */
    @Nullable
    public String hash(GraphQLRequest request, Party party) {
        if (request.query() != null) {
            return sha256(request.query());
        }
        try {
            return sha256(find(request, party).text());
        } catch (ClientError unknown) {
            return null;
        }
    }

    /** SHA-256 in hexadecimal digits, as clients compute it. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
