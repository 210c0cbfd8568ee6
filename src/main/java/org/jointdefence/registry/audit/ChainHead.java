package org.jointdefence.registry.audit;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head that a nation's chain once had.
 *
 * @param hash SHA-256 in hexadecimal digits
 */
record ChainHead(String nation, long position, String hash) {

    private static final Pattern TEXT = Pattern.compile("([A-Z]{2}):([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /**
     * Reads {@code nation:position:hash}, as the verification prints it.
     *
     * @throws ConfigurationException if it is anything else
     */
    static ChainHead of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ConfigurationException(
                    "registry.audit.heads: a head is nation:position:hash, as the verification prints it; '%s' is not"
                            .formatted(text));
        }
        return new ChainHead(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }
}
