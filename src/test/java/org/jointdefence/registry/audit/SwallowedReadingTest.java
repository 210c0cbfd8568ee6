package org.jointdefence.registry.audit;

import io.quarkus.test.junit.QuarkusTest;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No response is sent if PostgreSQL accepts a log row without an error but does not store it as given. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SwallowedReadingTest {

    private static final String FUNCTION =
            "CREATE FUNCTION vault.planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %s END $$; ";

    private static final String SWALLOW = FUNCTION.formatted("RETURN NULL;");

    /** Statements that plant a fault while the service runs, and statements that remove it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a trigger on reading that returns NULL    | RETURN NULL; | CREATE TRIGGER planted BEFORE INSERT ON vault.reading FOR EACH ROW EXECUTE FUNCTION vault.planted() | DROP TRIGGER planted ON vault.reading
            a trigger on unsealed_reading that returns NULL | RETURN NULL; | CREATE TRIGGER planted BEFORE INSERT ON vault.unsealed_reading FOR EACH ROW EXECUTE FUNCTION vault.planted() | DROP TRIGGER planted ON vault.unsealed_reading
            a trigger that writes down somebody else  | NEW.subject := 'somebody else'; RETURN NEW; | CREATE TRIGGER planted BEFORE INSERT ON vault.reading FOR EACH ROW EXECUTE FUNCTION vault.planted() | DROP TRIGGER planted ON vault.reading
            a trigger that empties the entries        | NEW.entries := ''; RETURN NEW; | CREATE TRIGGER planted BEFORE INSERT ON vault.reading FOR EACH ROW EXECUTE FUNCTION vault.planted() | DROP TRIGGER planted ON vault.reading
            a trigger that changes a digest           | NEW.digest := 'x'; RETURN NEW; | CREATE TRIGGER planted BEFORE INSERT ON vault.unsealed_reading FOR EACH ROW EXECUTE FUNCTION vault.planted() | DROP TRIGGER planted ON vault.unsealed_reading
            a rule on reading                         | RETURN NULL; | CREATE RULE planted AS ON INSERT TO vault.reading DO INSTEAD NOTHING | DROP RULE planted ON vault.reading
            a rule on unsealed_reading                | RETURN NULL; | CREATE RULE planted AS ON INSERT TO vault.unsealed_reading DO INSTEAD NOTHING | DROP RULE planted ON vault.unsealed_reading
            row security on reading                   | RETURN NULL; | ALTER TABLE vault.reading ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY | ALTER TABLE vault.reading DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY
            row security on unsealed_reading          | RETURN NULL; | ALTER TABLE vault.unsealed_reading ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY | ALTER TABLE vault.unsealed_reading DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY
            """)
    void what_the_log_did_not_keep_is_not_disclosed(String what, String body, String plant, String remove) {
        Vault.execute(FUNCTION.formatted(body) + plant);
        GraphQLAnswer answer;
        GraphQLAnswer refused;
        GraphQLAnswer whole;
        try {
            answer = ask("lt-secret", "query swallowed { weaponSystems { nodes { codeName designation } } }");
            refused = ask("lt-secret", "query swallowed { nothing }");
            whole = ask("auditor", "query swallowed { readLog(newest: 1) { nation } }");
        } finally {
            Vault.execute(remove + "; DROP FUNCTION vault.planted()");
        }
        assertThat(answer.code()).as(what).isEqualTo("INTERNAL");
        assertThat(answer.body()).doesNotContain("Gandras", "EXERCISE");
        assertThat(whole.body()).doesNotContain("\"nation\"");
        if (!what.contains("entries")) {
            // A refusal has no entries.
            assertThat(refused.code()).isEqualTo("INTERNAL");
        }
        assertThat(ask("lt-secret", "query kept { weaponSystems { nodes { designation } } }")
                        .body())
                .contains("Gandras");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER planted BEFORE INSERT ON vault.reading_seal FOR EACH ROW EXECUTE FUNCTION"
                        + " vault.planted()",
                "CREATE TRIGGER planted BEFORE DELETE ON vault.unsealed_reading FOR EACH ROW EXECUTE FUNCTION"
                        + " vault.planted()"
            })
    void sealing_fails_if_a_trigger_suppresses_its_changes(String plant) {
        String record = "SELECT registry.record_reading(gen_random_uuid(), '', 'nobody', 'LT', 3, '{}', NULL, NULL,"
                + " 'test', NULL, '{}', '', NULL)";
        assertThat(Vault.failure(record, "SELECT registry.seal_readings(1000)")).isNull();
        assertThat(Vault.failure(SWALLOW + plant, record, "SELECT registry.seal_readings(1000)"))
                .isEqualTo("09000");
    }

    private static GraphQLAnswer ask(String persona, String question) {
        return new GraphQLDocument(question).sentBy(Persona.named(persona));
    }
}
