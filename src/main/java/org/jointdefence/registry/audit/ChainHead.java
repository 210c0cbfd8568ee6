package org.jointdefence.registry.audit;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An earlier head of a nation's chain.
 *
 * @param hash SHA-256 in hexadecimal digits
 */
record ChainHead(String nation, long position, String hash) {

    private static final Pattern TEXT = Pattern.compile("([A-Z]{2}):([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /**
     * Parses {@code nation:position:hash}, the format that the profile {@code verify} prints.
     *
     * @throws ConfigurationException if the text has another format
     */
    static ChainHead of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ConfigurationException(
                    "registry.audit.heads: '%s' is not a head in the format nation:position:hash, as the profile verify prints it"
                            .formatted(text));
        }
        return new ChainHead(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }
}
