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

/** Verifies the whole log of all nations at start and then exits, in the profile {@code verify}. */
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

    VerifyCommand(AuditConfig config, ReadLogVerifier verifier) {
        this.config = config;
        this.verifier = verifier;
    }

    void verify(@Observes StartupEvent start) throws SQLException {
        if (!config.verifyOnly()) {
            return;
        }
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            // The only kind of failure for which Quarkus prints just the message before it exits with 1.
            throw new ConfigurationException("The log of readings is not intact: " + String.join("; ", faults));
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
        return faults;
    }
}
