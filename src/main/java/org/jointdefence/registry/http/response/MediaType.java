package org.jointdefence.registry.http.response;

/** The two media types of answers, which differ in what the status code tells. */
public enum MediaType {
    /** Every answer says in its status code how it went. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /** For older clients: 200 for every well-formed request, whatever became of it. */
    JSON("application/json");

    private final String name;
    private final String contentType;

    MediaType(String name) {
        this.name = name;
        this.contentType = name + "; charset=utf-8";
    }

    /** Without parameters. */
    public String typeName() {
        return name;
    }

    public String contentType() {
        return contentType;
    }
}
