package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.write.model.InputField;
import org.jointdefence.registry.write.model.Mutation;
import org.jointdefence.registry.write.model.MutationModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every mutation and every value of an input, by who may write it: derived from the model, so that none is left out. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class WriteMatrixTest {

    @Inject
    MutationModel model;

    @Inject
    GraphQLSchema schema;

    @SuppressWarnings("NullAway.Init")
    private Undo undo;

    @BeforeEach
    void remember() {
        undo = new Undo();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    @Test
    void nobody_but_a_registrar_creates_what_is_public() {
        creations().forEach(create -> {
            for (String persona : new String[] {"anonymous", "auditor", "lt-top-secret", "originator", "approver"}) {
                assertThat(create(persona, create).code())
                        .as("%s by %s", create.name(), persona)
                        .isEqualTo(persona.equals("anonymous") ? "UNAUTHENTICATED" : "FORBIDDEN");
            }
            assertThat(undo.changes()).as(create.name()).isEmpty();
        });
        creations().forEach(create -> assertThat(created(create).has("id")).isTrue());
        assertThat(undo.changes().stream()
                        .filter(change -> change.get("field") == null)
                        .map(change -> change.get("concept")))
                .containsExactlyInAnyOrderElementsOf(creations()
                        .map(create -> create.type().entityType().view().replace("registry.", ""))
                        .toList());
    }

    @Test
    void a_registrar_writes_no_field_that_can_be_classified() {
        updates().forEach(update -> {
            String id = created(new Mutation.Create(update.type())).get("id").asText();
            values(update).filter(field -> field.classification() != null).forEach(field -> {
                GraphQLAnswer answer = update("registrar", update, id, field);
                assertThat(answer.code())
                        .as("%s.%s", update.name(), field.name())
                        .isEqualTo("FORBIDDEN");
                assertThat(answer.error().get("message").asText()).contains("`input." + field.name());
            });
        });
        assertThat(undo.changes()).allMatch(change -> change.get("before") == null);
    }

    @Test
    void an_originator_writes_every_field_that_can_be_classified_and_the_public_sees_none() {
        updates().forEach(update -> {
            String id = created(new Mutation.Create(update.type())).get("id").asText();
            values(update).filter(field -> field.classification() != null).forEach(field -> {
                GraphQLAnswer answer = update("originator", update, id, field);
                assertThat(answer.json().has("errors")).as("%s", answer).isFalse();
                String content = shown(field);
                assertThat(seen("originator", update, id, content)
                                .get(field.name())
                                .isNull())
                        .as(field.name())
                        .isFalse();
                assertThat(seen("anonymous", update, id, content)
                                .get(field.name())
                                .isNull())
                        .as(field.name())
                        .isTrue();
                assertThat(seen("anonymous", update, id, "withheld")
                                .get("withheld")
                                .toString())
                        .contains("\"" + field.name() + "\"");
            });
        });
    }

    @Test
    void an_originator_writes_no_public_field() {
        updates().forEach(update -> {
            String id = created(new Mutation.Create(update.type())).get("id").asText();
            values(update).filter(field -> field.classification() == null).forEach(field -> {
                GraphQLAnswer answer = update("originator", update, id, field);
                assertThat(answer.code()).as("%s", answer).isEqualTo("FORBIDDEN");
            });
        });
        assertThat(undo.changes()).isNotEmpty().allMatch(change -> change.get("before") == null);
    }

    @Test
    void a_registrar_withdraws_and_restores_every_public_record_and_nobody_else_does() {
        creations().forEach(create -> {
            String id = created(create).get("id").asText();
            for (String persona : new String[] {"anonymous", "auditor", "lt-secret", "originator", "approver"}) {
                assertThat(verb(persona, "withdraw", create, id, "reason: \"EXERCISE\"")
                                .code())
                        .as("%s by %s", create.name(), persona)
                        .isEqualTo(persona.equals("anonymous") ? "UNAUTHENTICATED" : "FORBIDDEN");
            }
            assertThat(verb("registrar", "restore", create, id, "").code()).isEqualTo("CONFLICT");
            verb("registrar", "withdraw", create, id, "reason: \"EXERCISE\"").data();
            assertThat(seen("anonymous", create, id, "withdrawalReason")
                            .get("withdrawalReason")
                            .asText())
                    .isEqualTo("EXERCISE");
            assertThat(verb("originator", "restore", create, id, "").code()).isEqualTo("FORBIDDEN");
            verb("registrar", "restore", create, id, "").data();
            assertThat(seen("anonymous", create, id, "withdrawnOn")
                            .get("withdrawnOn")
                            .isNull())
                    .isTrue();
        });
    }

    private GraphQLAnswer verb(String persona, String verb, Mutation create, String id, String more) {
        return ask(
                persona,
                "mutation { %s(input: { id: \"%s\", version: \"%s\", %s }) { %s { id } } }"
                        .formatted(
                                verb + create.type().entityType().name(),
                                id,
                                seen(persona, create, id, "version")
                                        .get("version")
                                        .asText(),
                                more,
                                create.record()));
    }

    private Stream<Mutation> creations() {
        return model.mutations().stream().filter(Mutation.Create.class::isInstance);
    }

    private Stream<Mutation> updates() {
        return model.mutations().stream().filter(Mutation.Update.class::isInstance);
    }

    private static Stream<InputField.Value> values(Mutation mutation) {
        return mutation.type().fields(InputField.Value.class);
    }

    private JsonNode created(Mutation create) {
        GraphQLAnswer answer = create("registrar", create);
        assertThat(answer.json().has("errors"))
                .as("%s: %s", create.name(), answer)
                .isFalse();
        return answer.data().get(create.name()).get(create.record());
    }

    private GraphQLAnswer create(String persona, Mutation create) {
        String fields = create.type().fields().stream()
                .map(field -> switch (field) {
                    case InputField.Value value -> value.required() ? value.name() + ": " + content(value, 1) : "";
                    case InputField.Reference reference ->
                        reference.required() ? reference.name() + ": \"" + any(reference.target()) + "\"" : "";
                    case InputField.Parts parts -> "";
                    case InputField.Links links -> "";
                })
                .collect(Collectors.joining(" "));
        return ask(
                persona,
                "mutation { %s(input: { %s }) { %s { id version } } }"
                        .formatted(create.name(), fields, create.record()));
    }

    private GraphQLAnswer update(String persona, Mutation update, String id, InputField.Value field) {
        String content = content(field, 2);
        return ask(
                persona,
                "mutation { %s(input: { id: \"%s\", version: \"%s\", %s: %s }) { %s { id } } }"
                        .formatted(
                                update.name(),
                                id,
                                seen(persona, update, id, "version")
                                        .get("version")
                                        .asText(),
                                field.name(),
                                field.classification() == null ? content : "{ value: " + content + " }",
                                update.record()));
    }

    private static JsonNode seen(String persona, Mutation mutation, String id, String selection) {
        return ask(persona, "{ %s(id: \"%s\") { %s } }".formatted(mutation.record(), id, selection))
                .data()
                .get(mutation.record());
    }

    private static String shown(InputField.Value field) {
        return field.group() == null
                ? field.name()
                : field.name() + " { "
                        + field.columns().stream().map(Attribute.Column::name).collect(Collectors.joining(" ")) + " }";
    }

    /** A literal for a field. */
    private String content(InputField.Value field, int number) {
        return field.group() == null
                ? content(field.columns().getFirst(), number)
                : "{ "
                        + field.columns().stream()
                                .map(column -> column.name() + ": " + content(column, number))
                                .collect(Collectors.joining(" "))
                        + " }";
    }

    private String content(Attribute.Column column, int number) {
        String one =
                switch (column.scalar().type()) {
                    case "Int" -> String.valueOf(number);
                    case "Boolean" -> String.valueOf(number > 1);
                    case "Decimal" -> "\"" + number + "\"";
                    case "PartialDate" -> "\"2025-0" + number + "\"";
                    case "Date" -> "\"2025-01-0" + number + "\"";
                    case "Fraction" -> "\"1/" + (number + 1) + "\"";
                    case "String" -> "\"" + text(column, number) + "\"";
                    default ->
                        ((GraphQLEnumType) Objects.requireNonNull(
                                        schema.getType(column.scalar().type())))
                                .getValues()
                                .get(number - 1)
                                .getName();
                };
        return column.list() ? "[" + one + "]" : one;
    }

    private static String text(Attribute.Column column, int number) {
        Map<String, String> codes = Map.of(
                "CurrencyCode", number > 1 ? "USD" : "EUR",
                "CountryCode", number > 1 ? "UA" : "LT");
        return switch (column.column()) {
            case "region" -> number > 1 ? "LT-KU" : "LT-VL";
            case "military_list_category" -> "ML" + number;
            case "facility_security_clearance_level" -> "LT_SLAPTAI";
            default ->
                column.scalar().kind() == null
                        ? "EXERCISE " + number
                        : codes.getOrDefault(
                                Objects.requireNonNull(column.scalar().kind()).filter(), "EXERCISE " + number);
        };
    }

    /** The id of a public record of a type. */
    private static String any(EntityType type) {
        return Vault.column("SELECT registry.global_id('%s', id::text) FROM %s WHERE label = 0 ORDER BY id LIMIT 1"
                        .formatted(type.name(), type.view().replace("registry.", "vault.")))
                .getFirst();
    }

    private static GraphQLAnswer ask(String persona, String document) {
        return new GraphQLDocument(document).sentBy(Persona.named(persona));
    }
}
