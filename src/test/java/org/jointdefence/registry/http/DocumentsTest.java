package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Asking.ask;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsTest {

    @Inject
    Documents documents;

    @Test
    void a_document_is_parsed_and_validated_once_however_often_it_is_sent() {
        String text = "query Once { partnerFirms(first: 1) { totalCount } }";
        PreparedDocument prepared = documents.prepare(text);
        assertThat(ask(text).statusCode()).isEqualTo(200);
        assertThat(documents.prepare("query Once { partnerFirms(first: 1) { totalCount } }".concat("")))
                .isSameAs(prepared);
        assertThat(documents.prepare(text + " ")).isNotSameAs(prepared);
    }
}
