package org.jointdefence.registry.request.document;

import com.sun.management.ThreadMXBean;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.budget.Party;
import org.jointdefence.registry.budget.Preparations;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.http.HostileDocuments;
import org.jointdefence.registry.request.cost.Amount;
import org.jointdefence.registry.request.error.RequestError;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No document costs much before it is answered or refused, however it is written. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentCostTest {

    private static final Logger LOG = Logger.getLogger(DocumentCostTest.class);
    private static final long MOST_CPU_MILLIS = 100;
    private static final int TRIES = 20;
    private static final long MOST_BYTES = Preparations.BYTES_OF_ONE;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Party PARTY = Party.address("192.0.2.1");

    @Inject
    DocumentCache documents;

    @Inject
    LimitsConfig limits;

    static List<Map.Entry<String, String>> hostile() {
        return List.copyOf(HostileDocuments.all().entrySet());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_document_costs_less_than_100_ms_and_24_MB(Map.Entry<String, String> document) {
        long cpu = Long.MAX_VALUE;
        long bytes = Long.MAX_VALUE;
        // The least of several: the first ones also pay for classes that are loaded and code that is compiled.
        for (int i = 0; i < TRIES && (i < 3 || cpu / 1_000_000 >= MOST_CPU_MILLIS); i++) {
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            work(document.getValue() + "#" + i);
            cpu = Math.min(cpu, THREADS.getCurrentThreadCpuTime() - cpuBefore);
            bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - bytesBefore);
        }
        LOG.infof("%s: %d ms of CPU, %d kB", document.getKey(), cpu / 1_000_000, bytes >> 10);
        assertThat(cpu / 1_000_000).as("ms of CPU for %s", document.getKey()).isLessThan(MOST_CPU_MILLIS);
        assertThat(bytes).as("bytes allocated for %s", document.getKey()).isLessThan(MOST_BYTES);
    }

    /** Does the same as RequestHandler, including errors. */
    private void work(String text) {
        try {
            PreparedDocument document = documents.prepare(new DocumentText(text, false), PARTY);
            document.errors().forEach(RequestError::of);
            for (PreparedDocument.Operation operation : document.operations().values()) {
                operation.check(Map.of("n", 100), limits);
            }
        } catch (ClientError expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partnerFirms(first: 100) { nodes { sources { url } } } }",
                "{ partnerFirms(first: 100) { ...C } } fragment C on PartnerFirmConnection { nodes { sources { url } } }",
                "{ partnerFirms(first: 100) { ...C } } fragment C on PartnerFirmConnection { edges { node { ... on PartnerFirm { ...S } } } } fragment S on PartnerFirm { sources { url } }",
                "query($n: Int = 100) { partnerFirms(first: $n) { ...C } } fragment C on PartnerFirmConnection { nodes { sources { url } } }",
                "query($n: Int, $m: Int = 100) { partnerFirms(first: $n, last: $m) { ... { nodes { sources { url } } } } }",
            })
    void a_page_counts_wherever_its_records_are_selected(String document) {
        // The connection; its records, and with edges their nodes; ten sources of each, and their addresses.
        assertThat(amount(document, Map.of()).values()).isBetween(2_101L, 2_301L);
    }

    @Test
    void a_page_counts_with_the_size_that_the_variables_give() {
        String document =
                "query($n: Int, $m: Int) { partnerFirms(first: $n, last: $m) { nodes { id ...P } } } fragment P on PartnerFirm { productionFacilities(first: $n) { nodes { id } } }";
        assertThat(amount(document, Map.of("n", 3)).values()).isEqualTo(1 + 3 * (1 + 1 + 1 + 3 * 2));
        assertThat(amount(document, Map.of()).values()).isEqualTo(1 + 20 * (1 + 1 + 1 + 20 * 2));
        assertThat(amount(document, Map.of("m", 100_000)).values()).isEqualTo(1 + 100 * (1 + 1 + 1 + 20 * 2));
        assertThat(amount(document, Map.of("n", -1)).values()).isEqualTo(1);
    }

    @Test
    void a_list_without_pages_counts_with_its_real_length() {
        assertThat(amount("{ countries { alpha2 } }", Map.of()).values()).isEqualTo(249 * 2);
        assertThat(amount("{ disclosures(first: 1) { nodes { values { field } } } }", Map.of())
                        .values())
                .isEqualTo(1 + 1 + 500 * 2);
    }

    @Test
    void the_names_of_fields_count() {
        Amount amount = amount("{ countries { " + "a".repeat(200) + ": alpha2 } }", Map.of());
        assertThat(amount.bytes()).isBetween(249 * 210L, 249 * 300L);
    }

    private Amount amount(String text, Map<String, Object> variables) {
        PreparedDocument.Operation operation =
                documents.prepare(new DocumentText(text, false), PARTY).operation(null);
        return operation.cost().of(variables, operation.defaults());
    }
}
