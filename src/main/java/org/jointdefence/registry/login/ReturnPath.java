package org.jointdefence.registry.login;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The path of the page to which a login comes back: one of our own, so that nobody can send people elsewhere. */
final class ReturnPath {

    /** The page itself. */
    static final String HOME = "/";

    private static final int LONGEST = 1_500;

    /** The page's languages, or its home, then what RFC 3986 has in a path, a query and a fragment, without quotes. */
    private static final Pattern OWN = Pattern.compile(
            "/(?:(?:en|lt|uk)(?:/[A-Za-z0-9._~!$&()*+,;=:@%/-]*)?)?(?:[?#][A-Za-z0-9._~!$&()*+,;=:@%/?#-]*)?");

    private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** What could lead out of the page's paths, plain or percent-encoded, in what precedes the query. */
    private static final Pattern WAY_OUT =
            Pattern.compile("//|/\\.\\.?(?:[/?#]|$)|%(?:2[eEfF]|5[cC]|0[0-9A-Fa-f]|1[0-9A-Fa-f]|25|7[fF])");

    private ReturnPath() {}

    /** The path in a request's parameters: the page's home unless they name another; empty if that is not one of the page's. */
    static Optional<String> in(MultiMap parameters) {
        List<String> named = parameters.getAll("return");
        return switch (named.size()) {
            case 0 -> Optional.of(HOME);
            case 1 -> of(named.getFirst());
            default -> Optional.empty();
        };
    }

    /** The path if it is one of the page's, otherwise empty. */
    static Optional<String> of(String path) {
        if (path.length() > LONGEST
                || !OWN.matcher(path).matches()
                || PERCENT.matcher(path).find()
                || WAY_OUT.matcher(path.split("[?#]", 2)[0]).find()) {
            return Optional.empty();
        }
        return Optional.of(path);
    }
}
