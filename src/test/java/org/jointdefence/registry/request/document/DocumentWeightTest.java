package org.jointdefence.registry.request.document;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jointdefence.registry.LiveHeap;
import org.jointdefence.registry.budget.Party;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.DocumentKinds.kind;
import static org.jointdefence.registry.DocumentKinds.repeat;

/** A document that is remembered is as heavy as it says, whatever is in it. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentWeightTest {

    private static final Party SOMEBODY = Party.address("192.0.2.1");

    @Inject
    DocumentCache documents;

    /** Documents of before a measurement, which stay in the heap when the cache forgets them for others. */
    private final List<PreparedDocument> forgotten = new ArrayList<>();

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("few fields", i -> "query Q" + i + " { partnerFirms(first: 5) { nodes { legalName } } }"),
                kind(
                        "aliases",
                        i -> "query Q" + i + " { partnerFirms(first: 1) { nodes { "
                                + repeat(90, n -> "a" + n + ": legalName") + " } } }"),
                kind(
                        "fragments",
                        i -> "query Q" + i + " { partnerFirms(first: 1) { nodes { " + repeat(200, n -> "...F")
                                + " } } }" + " fragment F on PartnerFirm { legalName status }"),
                kind(
                        "literals",
                        i -> "query Q" + i + " { partnerFirms(first: 1, where: { legalName: { in: ["
                                + repeat(900, n -> "\"x" + n + "\"") + "] } }) { totalCount } }"),
                kind(
                        "a long literal",
                        i -> "query Q" + i + " { partnerFirms(first: 1, where: { legalName: { eq: \""
                                + "x".repeat(30_000) + "\" } }) { totalCount } }"),
                kind(
                        "letters beyond Latin",
                        i -> "query Q" + i + " { partnerFirms(first: 1, where: { legalName: { eq: \""
                                + "ї".repeat(4_000) + "\" } }) { totalCount } }"),
                kind(
                        "operations",
                        i -> repeat(90, n -> "query Q" + n + "x" + i + " { partnerFirms(first: 1) { totalCount } }")),
                kind(
                        "variables",
                        i -> "query Q" + i + "(" + repeat(90, n -> "$v" + n + ": String! = \"x\"")
                                + ") { partnerFirms(first: 1, where: { legalName: { in: [" + repeat(90, n -> "$v" + n)
                                + "] } }) { totalCount } }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void documents_take_as_much_as_they_weigh(String name, IntFunction<String> texts) {
        List<Map.Entry<String, PreparedDocument>> kept = new ArrayList<>();
        // Whatever is made of the first of a kind, and what is remembered already, is there before, and stays when it
        // is
        // forgotten for others.
        for (int i = -1; documents.retained() < 7 << 20; i--) {
            forgotten.add(prepare(texts.apply(i).replace('-', '_')));
        }
        long before = LiveHeap.bytes();

        long said = 0;
        for (int i = 0; said < LiveHeap.ENOUGH; i++) {
            // A text that nobody else holds, as from a request.
            String text = texts.apply(i);
            PreparedDocument document = prepare(text);
            assertThat(document.errors()).isEmpty();
            kept.add(Map.entry(text, document));
            said += document.retained();
        }

        LiveHeap.assertGrownBy(before, said, kept.size() + " documents of " + name);
    }

    private PreparedDocument prepare(String text) {
        return documents.prepare(new DocumentText(text, false), SOMEBODY);
    }
}
