package org.jointdefence.registry.dependency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The libraries that a CycloneDX document lists. */
record BillOfMaterials(Set<Library> libraries) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static BillOfMaterials read(Path document) throws IOException {
        JsonNode json = JSON.readTree(document.toFile());
        Set<Library> libraries = new LinkedHashSet<>();
        for (JsonNode component : json.required("components")) {
            libraries.add(new Library(
                    component.required("group").asText(),
                    component.required("name").asText(),
                    component.required("version").asText()));
        }
        return new BillOfMaterials(libraries);
    }

    /** A library as Maven knows it. */
    record Library(String group, String name, String version) {

        /** As an advisory names it. */
        String coordinates() {
            return group + ':' + name;
        }

        /** The file that Quarkus packages it as, if it has no classifier. */
        String file() {
            return group + '.' + name + '-' + version + ".jar";
        }
    }
}
