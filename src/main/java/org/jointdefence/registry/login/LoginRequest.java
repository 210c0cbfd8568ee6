package org.jointdefence.registry.login;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdefence.registry.clearance.StepUp;

/**
 * What the page asks of a login.
 *
 * @param returnPath the path of the page to come back to
 * @param stepUp what to ask the provider for, by parameter; nothing for an ordinary login
 */
record LoginRequest(String returnPath, Map<String, String> stepUp) {

    private static final String ACR_VALUES = "acr_values";
    private static final String MAX_AGE = "max_age";

    /**
     * Reads the parameters; empty unless the path back is the page's, and the strength of the login is that which the
     * configuration requires for high levels.
     */
    static Optional<LoginRequest> of(MultiMap parameters, Optional<StepUp> required) {
        for (String name : List.of(ACR_VALUES, MAX_AGE)) {
            if (parameters.getAll(name).size() > 1) {
                return Optional.empty();
            }
        }
        return ReturnPath.in(parameters)
                .flatMap(own -> stepUp(parameters, required).map(asked -> new LoginRequest(own, asked)));
    }

    private static Optional<Map<String, String>> stepUp(MultiMap parameters, Optional<StepUp> required) {
        String values = parameters.get(ACR_VALUES);
        String age = parameters.get(MAX_AGE);
        if (values == null && age == null) {
            return Optional.of(Map.of());
        }
        if (values == null || age == null || required.isEmpty()) {
            return Optional.empty();
        }
        StepUp stepUp = required.get();
        List<String> asked = new ArrayList<>(List.of(values.split(" ", -1)));
        return stepUp.acrValues().containsAll(asked) && age.equals(String.valueOf(stepUp.maximumAge()))
                ? Optional.of(Map.of(ACR_VALUES, values, MAX_AGE, age))
                : Optional.empty();
    }
}
