package org.jointdefence.registry.clearance;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The payload of a verified token, exactly as signed. */
final class TokenPayload {

    private TokenPayload() {}

    /**
     * The claims as JSON; empty unless they are well-formed UTF-8 (RFC 7519, section 7.2). The framework replaces
     * malformed bytes with U+FFFD, which could make two subjects equal.
     */
    static Optional<String> json(String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
            return Optional.of(UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
