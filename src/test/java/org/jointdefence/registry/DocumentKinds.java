package org.jointdefence.registry;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.provider.Arguments;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Kinds of documents whose estimated weight is compared with the heap. */
public final class DocumentKinds {

    private DocumentKinds() {}

    /** A kind with any number of different documents, as arguments of a test. */
    public static Arguments kind(String name, IntFunction<String> documents) {
        return arguments(name, documents);
    }

    /** This many parts, separated by spaces. */
    public static String repeat(int times, IntFunction<String> part) {
        return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining(" "));
    }
}
