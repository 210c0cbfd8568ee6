package org.jointdefence.registry.accessmatrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.accessmatrix.AccessMatrix.Access;
import org.jointdefence.registry.accessmatrix.Shape.Leaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A persona that knows what it ought to see, and holds everything that it is told against that. */
public final class PersonaClient {

    private final Persona persona;
    private final ExpectedAccess sight;
    private final Set<String> secrets;

    public PersonaClient(Persona persona, ExpectedAccess sight) {
        this.persona = persona;
        this.sight = sight;
        this.secrets = sight.secrets();
    }

    public ExpectedAccess sight() {
        return sight;
    }

    /** Asks, and checks every record in the answer and every byte of it. */
    GraphQLAnswer ask(GraphQLDocument document, String operation, Map<String, ?> variables) {
        return checked(
                operation.isEmpty()
                        ? document.sentBy(persona, variables)
                        : document.sentBy(persona, operation, variables));
    }

    /** Checks every record in the answer and every byte of it. */
    public GraphQLAnswer checked(GraphQLAnswer answer) {
        assertThat(secrets)
                .as("what %s is told of what is hidden, in %s", persona.name(), answer)
                .noneMatch(answer.body()::contains);
        check(answer.json().path("data"), answer);
        return answer;
    }

    /** The global id of a record. */
    public static String id(String entityType, String record) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((entityType + ":" + record).getBytes(UTF_8));
    }

    /** The record that an object stands for: by its global id, or by its code. */
    public static String record(JsonNode object) {
        return object.has("alpha2") ? object.get("alpha2").asText() : plain(object)[1];
    }

    public static List<String> records(JsonNode objects) {
        List<String> records = new ArrayList<>();
        objects.forEach(object -> records.add(record(object)));
        return records;
    }

    private static String[] plain(JsonNode object) {
        return new String(Base64.getUrlDecoder().decode(object.get("id").asText()), UTF_8).split(":", -1);
    }

    private void check(JsonNode node, GraphQLAnswer answer) {
        if (node.has("id")) {
            String[] plain = plain(node);
            checkRecord(node, plain[0], plain[1], answer);
        }
        node.forEach(child -> check(child, answer));
    }

    private void checkRecord(JsonNode node, String entityType, String record, GraphQLAnswer answer) {
        String who = persona.name() + " on " + entityType + " " + record + " in " + answer;
        assertThat(sight.sees(entityType, record)).as("seen by " + who).isTrue();
        if (node.has("withheld")) {
            assertThat(texts(node.get("withheld")))
                    .as("withheld from " + who)
                    .isEqualTo(sight.fields(entityType, record, Access.WITHHELD));
        }
        if (node.has("portions")) {
            Set<String> fields = new TreeSet<>();
            node.get("portions")
                    .forEach(portion -> fields.add(portion.get("field").asText()));
            assertThat(fields)
                    .as("portions shown to " + who)
                    .isEqualTo(sight.fields(entityType, record, Access.VISIBLE));
        }
        for (Leaf leaf : sight.shape(entityType).leaves()) {
            if (node.has(leaf.field())) {
                JsonNode value = leaf.component().isEmpty()
                        ? node.get(leaf.field())
                        : node.get(leaf.field()).path(leaf.component());
                String shown = value.isNull() || value.isMissingNode() ? null : value.asText();
                assertThat(shown)
                        .as(leaf.column() + " shown to " + who)
                        .isEqualTo(sight.shown(entityType, record, leaf));
            }
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
