package org.jointdefence.registry.database;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a process was told of the public epoch holds for a short time only, and for no answer that was read later. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeaseTest {

    @Inject
    PublicEpoch epoch;

    @Test
    void an_answer_that_was_read_after_the_question_is_not_confirmed_by_it() throws SQLException {
        long before = System.nanoTime();
        String mark = epoch.ask();
        assertThat(epoch.is(mark, before)).isTrue();
        assertThat(epoch.is("another", before)).isFalse();
        assertThat(epoch.isOther("another", before)).isTrue();
        long after = System.nanoTime();
        assertThat(epoch.is(mark, after)).isFalse();
        assertThat(epoch.isOther("another", after)).isFalse();
    }

    @Test
    void it_ends_by_itself() throws SQLException, InterruptedException {
        long before = System.nanoTime();
        String mark = epoch.ask();
        TimeUnit.NANOSECONDS.sleep(PublicEpoch.LEASE);
        assertThat(epoch.is(mark, before)).isFalse();
        assertThat(epoch.current()).isNull();
    }

    @Test
    void it_ends_with_a_write() throws SQLException {
        long before = System.nanoTime();
        String mark = epoch.ask();
        epoch.expire();
        assertThat(epoch.is(mark, before)).isFalse();
        assertThat(epoch.current()).isNull();
        assertThat(epoch.ask()).isEqualTo(mark);
        assertThat(epoch.current()).isEqualTo(mark);
    }

    @Test
    void a_public_change_gives_another_mark() throws SQLException {
        String mark = epoch.ask();
        Vault.execute("UPDATE vault.country SET name = name || '!' WHERE alpha2 = 'EE'");
        try {
            assertThat(epoch.ask()).isNotEqualTo(mark);
        } finally {
            Vault.execute("UPDATE vault.country SET name = rtrim(name, '!') WHERE alpha2 = 'EE'");
        }
    }
}
