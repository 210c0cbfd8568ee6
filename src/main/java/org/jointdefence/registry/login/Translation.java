package org.jointdefence.registry.login;

/** A text in the three languages of the page. */
record Translation(String english, String lithuanian, String ukrainian) {

    /** The text in the language of this tag: {@code en}, {@code lt} or {@code uk}. */
    String in(String language) {
        return switch (language) {
            case "lt" -> lithuanian;
            case "uk" -> ukrainian;
            default -> english;
        };
    }
}
