package org.jointdefence.registry.request.document;

import org.jointdefence.registry.budget.Party;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** 200,000 bytes of registered documents, half of them for callers without a token, of which one party may have 25,000. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteredDocumentsSizeTest {

    private static final int ALL = 200_000;
    private static final int OF_ONE = 25_000;
    private static final Party SUBJECT = Party.subject("issuer", "subject");

    private final RegisteredDocuments documents = new RegisteredDocuments(ALL, OF_ONE);

    @Test
    void a_party_that_registers_much_loses_its_own_oldest_and_nobody_elses() {
        Party other = Party.subject("issuer", "other");
        documents.register(other, "hash", "kept");
        for (int i = 0; i < 100; i++) {
            documents.register(SUBJECT, "hash" + i, "x".repeat(4_000));
            documents.find(SUBJECT, "hash0");
        }
        assertThat(documents.find(other, "hash")).isEqualTo("kept");
        assertThat(kept(SUBJECT)).isBetween(4L, 6L);
        assertThat(documents.find(SUBJECT, "hash99")).isNotNull();
        assertThat(documents.find(SUBJECT, "hash0")).as("what is used stays").isNotNull();
        assertThat(documents.find(SUBJECT, "hash50")).isNull();
    }

    private long kept(Party party) {
        long kept = 0;
        for (int i = 0; i < 100; i++) {
            kept += documents.find(party, "hash" + i) == null ? 0 : 1;
        }
        return kept;
    }

    @Test
    void callers_without_a_token_push_out_nothing_of_those_with_one() {
        documents.register(SUBJECT, "hash", "kept");
        for (int i = 0; i < 250; i++) {
            documents.register(Party.address("192.0.2." + i), "hash", "x".repeat(20_000));
        }
        assertThat(documents.find(SUBJECT, "hash")).isEqualTo("kept");
        assertThat(documents.find(Party.address("192.0.2.249"), "hash")).isNotNull();
        assertThat(documents.find(Party.address("192.0.2.1"), "hash")).isNull();
    }

    @Test
    void all_together_take_no_more_than_they_may() {
        int kept = 0;
        for (int i = 0; i < 100; i++) {
            documents.register(Party.subject("issuer", "s" + i), "hash", "ė".repeat(8_000));
        }
        for (int i = 0; i < 100; i++) {
            kept += documents.find(Party.subject("issuer", "s" + i), "hash") == null ? 0 : 1;
        }
        assertThat(kept).isBetween(4, ALL / 2 / 16_000);
        assertThat(documents.find(Party.subject("issuer", "s99"), "hash")).isNotNull();
    }

    @Test
    void what_is_larger_than_a_partys_share_is_not_kept() {
        documents.register(SUBJECT, "small", "kept");
        documents.register(SUBJECT, "large", "x".repeat(OF_ONE));
        assertThat(documents.find(SUBJECT, "large")).isNull();
        assertThat(documents.find(SUBJECT, "small")).isEqualTo("kept");
    }

    @Test
    void registered_again_it_takes_no_more() {
        for (int i = 0; i < 100; i++) {
            documents.register(SUBJECT, "one", "x".repeat(8_000));
            documents.register(SUBJECT, "two", "y".repeat(8_000));
        }
        assertThat(documents.find(SUBJECT, "one")).isNotNull();
        assertThat(documents.find(SUBJECT, "two")).isNotNull();
    }
}
