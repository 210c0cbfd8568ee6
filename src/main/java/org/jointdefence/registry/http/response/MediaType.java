package org.jointdefence.registry.http.response;

/** The media types of responses in GraphQL over HTTP, which differ in the use of status codes. */
public enum MediaType {
    /** The status code reflects the result of the operation. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /** For older clients: 200 for every well-formed request, with or without errors. */
    JSON("application/json");

    private final String name;
    private final String contentType;

    MediaType(String name) {
        this.name = name;
        this.contentType = name + "; charset=utf-8";
    }

    /** The type without parameters. */
    public String typeName() {
        return name;
    }

    /** The type with its charset. */
    public String contentType() {
        return contentType;
    }
}
