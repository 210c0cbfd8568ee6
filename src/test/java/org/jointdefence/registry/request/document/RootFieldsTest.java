package org.jointdefence.registry.request.document;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jointdefence.registry.budget.Party;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An operation is executed without graphql-java if all its root fields select records. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RootFieldsTest {

    @Inject
    DocumentCache documents;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partnerFirms { totalCount } }",
                "query($id: ID!) { node(id: $id) { __typename id } countries { name } }",
                "{ alias: partnerFirms { totalCount } ... { countries { name } } ... on Query { ...F ...F } }"
                        + " fragment F on Query { ...G weaponSystems { totalCount } } fragment G on Query { countries { name } }",
                "query($skip: Boolean!) { partnerFirms @skip(if: $skip) { totalCount } }"
            })
    void records_alone_are_direct(String text) {
        assertThat(operation(text).direct()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __typename }",
                "{ partnerFirms { totalCount } __typename }",
                "{ partnerFirms { totalCount } marking }",
                "{ viewer { subject } }",
                "{ readLog { nation } countries { name } }",
                "{ countries { name } ...F } fragment F on Query { ... { viewer { subject } } }",
                "{ ...F ...G } fragment F on Query { countries { name } } fragment G on Query { ...F __typename }",
                "{ partnerFirms { totalCount } __schema { queryType { name } } }",
                "{ countries: viewer { subject } }"
            })
    void anything_else_is_left_to_graphql_java(String text) {
        assertThat(operation(text).direct()).isFalse();
    }

    private PreparedDocument.Operation operation(String text) {
        PreparedDocument document = documents.prepare(new DocumentText(text, false), Party.address("192.0.2.1"));
        assertThat(document.errors()).isEmpty();
        return document.operation(null);
    }
}
