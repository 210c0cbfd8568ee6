package org.jointdefence.registry.clearance;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** With plans as PostgreSQL chooses them. */
@QuarkusTest
@TestProfile(MixedClearancesTest.TwoConnections.class)
class MixedClearancesTest extends MixedClearances {

    /** A pool that all callers have to share. */
    public static final class TwoConnections implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.max-size", "2");
        }
    }
}
