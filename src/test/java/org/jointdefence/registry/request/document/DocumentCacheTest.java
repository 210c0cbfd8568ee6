package org.jointdefence.registry.request.document;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jointdefence.registry.budget.Party;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentCacheTest {

    private static final Party ONE = Party.subject("issuer", "one");
    private static final Party OTHER = Party.address("192.0.2.7");

    @Inject
    DocumentCache documents;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query Once { partnerFirms(first: 1) { totalCount } }",
                "query Variable($name: String) { partnerFirms(where: { legalName: { eq: $name } }) { totalCount } }",
                "query Word { partnerFirms(where: { status: { eq: APPROVED } }, last: 5) { totalCount } }"
            })
    void a_document_is_parsed_and_validated_once_whoever_sends_it(String text) {
        PreparedDocument prepared = prepared(text, ONE);
        assertThat(prepared.errors()).isEmpty();
        assertThat(prepared("".concat(text), OTHER)).isSameAs(prepared);
        assertThat(prepared(text + " ", ONE)).isNotSameAs(prepared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partnerFirms(where: { legalName: { eq: \"guess\" } }) { totalCount } }",
                "{ weaponSystems(first: 1, where: { maximumRangeKm: { gt: 500 } }) { totalCount } }",
                "{ ...F } fragment F on Query { partnerFirms(where: { or: [{ legalName: { in: [\"a\", \"b\"] } }] }) { totalCount } }",
                "query Default($name: String = \"guess\") { partnerFirms(where: { legalName: { eq: $name } }) { totalCount } }",
                "{ partnerFirm(id: \"guess\") { id } }"
            })
    void nobody_learns_by_time_whether_another_has_sent_a_document_with_this_value(String text) {
        PreparedDocument prepared = prepared(text, ONE);
        assertThat(prepared.errors()).isEmpty();
        assertThat(prepared(text, ONE)).isSameAs(prepared);
        assertThat(prepared(text, OTHER)).isNotSameAs(prepared);
        assertThat(prepared(text, Party.subject("issuer", "two"))).isNotSameAs(prepared);
    }

    @Test
    void a_trusted_document_is_known_to_all() {
        DocumentText trusted = new DocumentText("query Trusted { partnerFirm(id: \"known\") { id } }", true);
        assertThat(documents.prepare(trusted, ONE)).isSameAs(documents.prepare(trusted, OTHER));
    }

    private PreparedDocument prepared(String text, Party party) {
        return documents.prepare(new DocumentText(text, false), party);
    }
}
