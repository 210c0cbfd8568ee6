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

/** Finds the text of the document that a request names by an id or a hash instead of sending it. */
@ApplicationScoped
public class TrustedDocuments {

    private static final Logger LOG = Logger.getLogger(TrustedDocuments.class);
    private static final String HASH_PREFIX = "sha256:";

    private final TrustedDocumentsConfig config;
    private final Map<String, String> documents = new HashMap<>();
    private final RegisteredDocuments registered;

    TrustedDocuments(TrustedDocumentsConfig config, CachesConfig caches) {
        this.config = config;
        for (Path file : config.manifests().orElse(List.of())) {
            documents.putAll(Manifest.read(file));
        }
        this.registered = new RegisteredDocuments(
                caches.registeredDocuments().asLongValue(),
                caches.registeredDocumentsOfOne().asLongValue());
    }

    void announce(@Observes StartupEvent start) {
        if (!documents.isEmpty() || config.only()) {
            LOG.infof("%d trusted documents%s", documents.size(), config.only() ? ", and no others" : "");
        }
    }

    /** The document that a request of this party means. */
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
            throw new ClientError(
                    ErrorCode.FORBIDDEN, "Only trusted documents are answered; send the documentId of one.");
        }
        String hash = request.persistedHash();
        return new DocumentText(
                hash == null ? String.valueOf(request.query()) : registered(hash, request.query(), party), false);
    }

    private @Nullable String trusted(String id) {
        String document = documents.get(id);
        return document == null && id.startsWith(HASH_PREFIX)
                ? documents.get(id.substring(HASH_PREFIX.length()))
                : document;
    }

    /** The messages are those that Apollo's and urql's clients look for. */
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
            throw ClientError.badInput("The hash is not the query's.");
        }
        return query;
    }

    /** Keeps a valid document that came with its hash. */
    public void register(GraphQLRequest request, Party party) {
        if (request.persistedHash() != null && request.query() != null && config.automatic() && !config.only()) {
            registered.register(party, request.persistedHash(), request.query());
        }
    }

    /** The hash of the document that a request means, for the log; null when it names one that cannot be found. */
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

    /** SHA-256 in hexadecimal digits, which is what clients call a document by. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
