package org.jointdefence.registry.keycloak;

import java.util.List;
import org.jointdefence.registry.Grant;
import org.jointdefence.registry.PasswordGrant;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.accessmatrix.AccessByFilters;
import org.jointdefence.registry.accessmatrix.AccessByOrders;
import org.jointdefence.registry.accessmatrix.AccessByReading;
import org.jointdefence.registry.accessmatrix.AccessMatrixRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The access matrix on what the build packaged, with tokens that a real Keycloak gives by password and by browser. */
@Tag("keycloak")
@ExtendWith(KeycloakDeployment.Lifecycle.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakMatrixIT {

    private static final Grant PASSWORD = new PasswordGrant("partnership-registry");

    @SuppressWarnings("NullAway.Init")
    private static Grant browser;

    @BeforeAll
    static void everybody_signs_in() {
        List<String> users = AccessMatrixRunner.personas().stream()
                .filter(name -> !name.equals(Persona.ANONYMOUS.name()))
                .toList();
        browser = new BrowserGrant(KeycloakDeployment.current().keycloak().issuer(), "", users);
    }

    @Nested
    class Reading_with_tokens_by_password extends AccessByReading {
        @Override
        protected Persona persona(String name) {
            return new Persona(name, PASSWORD);
        }
    }

    @Nested
    class Reading_with_tokens_by_browser extends AccessByReading {
        @Override
        protected Persona persona(String name) {
            return new Persona(name, browser);
        }
    }

    @Nested
    class Filters_with_tokens_by_password extends AccessByFilters {
        @Override
        protected Persona persona(String name) {
            return new Persona(name, PASSWORD);
        }
    }

    @Nested
    class Filters_with_tokens_by_browser extends AccessByFilters {
        @Override
        protected Persona persona(String name) {
            return new Persona(name, browser);
        }
    }

    @Nested
    class Orders_with_tokens_by_password extends AccessByOrders {
        @Override
        protected Persona persona(String name) {
            return new Persona(name, PASSWORD);
        }
    }

    @Nested
    class Orders_with_tokens_by_browser extends AccessByOrders {
        @Override
        protected Persona persona(String name) {
            return new Persona(name, browser);
        }
    }
}
