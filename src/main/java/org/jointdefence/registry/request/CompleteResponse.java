package org.jointdefence.registry.request;

import org.jointdefence.registry.budget.AnswerBudget;
import org.jointdefence.registry.clearance.StepUp;
import org.jointdefence.registry.selection.execution.Marking;
import org.jointdefence.registry.selection.execution.Results;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jointdefence.registry.selection.json.JsonBuffer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Writes a response without errors into one buffer, in the same format as a response from graphql-java's result. */
final class CompleteResponse {

    private static final byte[] DATA = "{\"data\":".getBytes(US_ASCII);
    private static final byte[] EXTENSIONS = ",\"extensions\":{".getBytes(US_ASCII);

    private CompleteResponse() {}

    /**
     * Writes the response.
     *
     * @param results the results, which must be complete
     * @param stepUp the authentication that the caller needs to read more; null if none would help
     * @throws org.jointdefence.registry.error.ClientError if the response exceeds its size limit
     */
    static CompletedJson of(Results results, @Nullable StepUp stepUp) {
        JsonBuffer json = new JsonBuffer(AnswerBudget.current());
        json.put(DATA);
        results.write(json);
        String marking = results.marking();
        if (marking != null || stepUp != null) {
            json.put(EXTENSIONS);
            write(marking, json);
            if (marking != null && stepUp != null) {
                json.put(',');
            }
            write(stepUp, json);
            json.put('}');
        }
        json.put('}');
        return json.since(0);
    }

    private static void write(@Nullable String marking, JsonBuffer json) {
        if (marking != null) {
            json.putText(Marking.NAME);
            json.put(':');
            json.putText(marking);
        }
    }

    private static void write(@Nullable StepUp stepUp, JsonBuffer json) {
        if (stepUp != null) {
            json.putText(StepUpExtension.NAME);
            json.put(':');
            StepUpExtension.write(stepUp, json);
        }
    }
}
