package org.jointdefence.registry.disclosure;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jointdefence.registry.Configured;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An auditor sees the readers of another nation only with a setting that allows it. */
@QuarkusTest
@TestProfile(Configured.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DisclosuresOfOthersTest {

    @Test
    void an_auditor_sees_the_readers_of_the_nations_that_the_setting_names() {
        new GraphQLDocument("query agreed { weaponSystems { nodes { designation } } }")
                .sentBy(Persona.named("ua-secret"))
                .data();
        String question =
                "{ disclosures(where: { operationName: { eq: \"agreed\" } }) { totalCount nodes { nation } } }";

        assertThat(new GraphQLDocument(question)
                        .sentBy(Persona.named("auditor"))
                        .data()
                        .at("/disclosures/nodes/0/nation")
                        .asText())
                .isEqualTo("UA");
        assertThat(new GraphQLDocument(question)
                        .sentBy(Persona.named("lt-top-secret"))
                        .data()
                        .at("/disclosures/totalCount")
                        .asInt())
                .isZero();
        assertThat(new GraphQLDocument("{ readLog { nation } }")
                        .sentBy(Persona.named("auditor"))
                        .data()
                        .at("/readLog"))
                .hasSizeGreaterThanOrEqualTo(1)
                .anyMatch(state -> state.get("nation").asText().equals("UA"));
    }
}
