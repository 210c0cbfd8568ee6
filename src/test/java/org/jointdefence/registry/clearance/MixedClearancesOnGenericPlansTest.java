package org.jointdefence.registry.clearance;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** With plans that are made once and shared by all callers of a connection. */
@QuarkusTest
@TestProfile(MixedClearancesOnGenericPlansTest.TwoConnections.class)
class MixedClearancesOnGenericPlansTest extends MixedClearances {

    /** A pool that all callers have to share. */
    public static final class TwoConnections implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.max-size",
                    "2",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.options",
                    "-c jit=off -c plan_cache_mode=force_generic_plan");
        }
    }
}
