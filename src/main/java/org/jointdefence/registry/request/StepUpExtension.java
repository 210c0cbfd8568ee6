package org.jointdefence.registry.request;

import org.jointdefence.registry.clearance.StepUp;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jointdefence.registry.selection.json.JsonBuffer;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The response extension with the authentication that the caller needs to read more (RFC 9470). */
public final class StepUpExtension {

    /** The name of the extension. */
    public static final String NAME = "stepUp";

    private static final byte[] ACR_VALUES = "{\"acrValues\":[".getBytes(US_ASCII);
    private static final byte[] MAXIMUM_AGE = "],\"maxAge\":".getBytes(US_ASCII);

    private StepUpExtension() {}

    /** The JSON of the extension's value. */
    public static CompletedJson of(StepUp stepUp) {
        JsonBuffer json = new JsonBuffer(null);
        write(stepUp, json);
        return json.since(0);
    }

    static void write(StepUp stepUp, JsonBuffer json) {
        json.put(ACR_VALUES);
        boolean first = true;
        for (String value : stepUp.acrValues()) {
            if (!first) {
                json.put(',');
            }
            json.putText(value);
            first = false;
        }
        json.put(MAXIMUM_AGE);
        json.put(Long.toString(stepUp.maximumAge()).getBytes(US_ASCII));
        json.put('}');
    }
}
