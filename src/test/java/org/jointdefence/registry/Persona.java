package org.jointdefence.registry;

import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** The demo's users, as an OIDC server knows them: {@code Persona.named("lt-secret").request()…}. */
public record Persona(String name, Grant grant) {

    private static final Grant PASSWORD = new PasswordGrant("partnership-registry");

    /** A caller without a token. */
    public static final Persona ANONYMOUS = named("anonymous");

    /** A persona that gets its tokens by password, which is all that the embedded server knows. */
    public static Persona named(String name) {
        return new Persona(name, PASSWORD);
    }

    /** A request with a token of this persona, if it has one. */
    public RequestSpecification request() {
        return hasToken() ? given().auth().oauth2(token()) : given();
    }

    /** Whether it has a token: everybody has one but the anonymous caller. */
    boolean hasToken() {
        return !name.equals(ANONYMOUS.name);
    }

    /** A token of this persona, signed by the issuer. */
    public String token() {
        return grant.token(name);
    }
}
