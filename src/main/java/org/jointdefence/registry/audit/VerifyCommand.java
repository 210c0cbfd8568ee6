package org.jointdefence.registry.audit;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jspecify.annotations.Nullable;

/** Verifies the whole log of all nations, and on demand the tables, at start and then exits, in the profile {@code verify}. */
@ApplicationScoped
class VerifyCommand {

    private static final Logger LOG = Logger.getLogger(VerifyCommand.class);

    /** The command audits the readers of all nations. */
    private static final Caller OPERATOR = new Caller(null, null, Set.of(), Clearance.PUBLIC, allNations());

    private static Set<String> allNations() {
        return IntStream.rangeClosed('A', 'Z')
                .boxed()
                .flatMap(first -> IntStream.rangeClosed('A', 'Z')
                        .mapToObj(second -> Character.toString(first) + Character.toString(second)))
                .collect(Collectors.toSet());
    }

    private final AuditConfig config;
    private final ReadLogVerifier verifier;
    private final StateVerifier stateVerifier;

    VerifyCommand(AuditConfig config, ReadLogVerifier verifier, StateVerifier stateVerifier) {
        this.config = config;
        this.verifier = verifier;
        this.stateVerifier = stateVerifier;
    }

    void verify(@Observes StartupEvent start) throws SQLException {
        if (!config.verifyOnly()) {
            return;
        }
        List<String> failures = new ArrayList<>();
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            failures.add("The log of readings is not intact: " + String.join("; ", faults));
        }
        List<String> differences = config.verifyState() ? differences() : List.of();
        if (!differences.isEmpty()) {
            failures.add("The tables are not what was recorded: " + String.join("; ", differences));
        }
        if (!failures.isEmpty()) {
            // The only kind of failure for which Quarkus prints just the message before it exits with 1.
            throw new ConfigurationException(String.join(". ", failures));
        }
        Quarkus.asyncExit();
    }

    /** Returns one line for each fault, and logs the state of each intact log. */
    private List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        for (ReadLogState state : verifier.states(OPERATOR, null)) {
            if (state.fault() == null) {
                LOG.info(state.line());
            } else {
                faults.add(state.line());
            }
        }
        for (String text : config.heads().orElse(List.of())) {
            ChainHead head = ChainHead.of(text);
            if (!verifier.contains(OPERATOR, head)) {
                faults.add(head.nation() + " no longer has the saved head of position " + head.position());
            }
        }
        stateVerifier.erasures(OPERATOR).forEach(LOG::info);
        return faults;
    }

    /** Returns one line for each table that differs from its changes, and logs the others, each when it is done. */
    private List<String> differences() throws SQLException {
        List<@Nullable String> tables = new ArrayList<>(stateVerifier.tables(OPERATOR));
        tables.add(null);
        List<String> differences = new ArrayList<>();
        for (String table : tables) {
            StateVerifier.TableState state = stateVerifier.state(OPERATOR, table);
            if (state.fault() == null) {
                LOG.info(state.line());
            } else {
                differences.add(state.line());
            }
        }
        return differences;
    }
}
