package org.jointdefence.registry.selection.execution;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The layout shows the structure of SQL and changes nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SqlLayoutTest {

    @Test
    void each_clause_begins_a_line() {
        assertThat(SqlLayout.of("SELECT a, b FROM t JOIN l ON l.t = t.id WHERE l.a = 1 AND (b = 2 OR c = 3)"
                        + " GROUP BY a ORDER BY a LIMIT 1"))
                .isEqualTo("""
                        SELECT a, b
                        FROM t
                        JOIN l ON l.t = t.id
                        WHERE l.a = 1
                        AND (b = 2 OR c = 3)
                        GROUP BY a
                        ORDER BY a
                        LIMIT 1""");
    }

    @Test
    void a_subquery_that_is_selected_from_is_indented() {
        assertThat(SqlLayout.of("SELECT r.* FROM (SELECT a FROM t WHERE true LIMIT 101) r LIMIT ?::integer"))
                .isEqualTo("""
                        SELECT r.*
                        FROM (
                            SELECT a
                            FROM t
                            WHERE true
                            LIMIT 101
                        ) r
                        LIMIT ?::integer""");
    }

    @Test
    void what_is_too_long_is_broken_at_commas_and_connectives() {
        String name = "a_column_with_a_long_name_of_a_table";

        assertThat(SqlLayout.of("SELECT %1$s, left(%1$s, 1), %1$s, b FROM t WHERE (%1$s = 1 AND (%1$s = 2 OR %1$s = 3))"
                        .formatted(name)))
                .isEqualTo("""
                        SELECT %1$s,
                            left(%1$s, 1),
                            %1$s,
                            b
                        FROM t
                        WHERE (
                            %1$s = 1
                            AND (%1$s = 2 OR %1$s = 3)
                        )""".formatted(name));
    }

    @Test
    void a_subquery_that_selects_nothing_names_its_table_in_its_first_line() {
        String condition =
                "(a_column_with_a_long_name_of_a_table = ?::text AND another_column_with_a_long_name = ?::text)";

        assertThat(SqlLayout.of("SELECT a FROM t WHERE EXISTS (SELECT FROM o WHERE o.t = t.id AND " + condition + ")"))
                .isEqualTo("""
                        SELECT a
                        FROM t
                        WHERE EXISTS (
                            SELECT FROM o
                            WHERE o.t = t.id
                            AND %s
                        )""".formatted(condition));
    }

    @Test
    void alternatives_are_broken_before_the_conditions_in_them() {
        String condition = "a_column_with_a_long_name_of_a_table = ?::text AND another_column = ?::text";

        assertThat(SqlLayout.of("SELECT a FROM t WHERE (%1$s OR %1$s)".formatted(condition)))
                .isEqualTo("""
                        SELECT a
                        FROM t
                        WHERE (
                            %1$s
                            OR %1$s
                        )""".formatted(condition));
    }

    @Test
    void statements_of_several_lines_have_an_empty_line_around_them() {
        assertThat(SqlLayout.of("BEGIN; SELECT 1; SELECT a FROM t; COMMIT"))
                .isEqualTo("BEGIN;\nSELECT 1;\n\nSELECT a\nFROM t;\n\nCOMMIT");
    }

    @Test
    void nothing_quoted_is_broken() {
        String literal = "'%s; a FROM b, (c ''AND) d'".formatted("long ".repeat(30));

        assertThat(SqlLayout.of("SELECT a FROM t WHERE (b = " + literal + " AND c = \" AND d\")"))
                .isEqualTo("""
                        SELECT a
                        FROM t
                        WHERE (
                            b = %s
                            AND c = " AND d"
                        )""".formatted(literal));
    }

    @Test
    void is_not_distinct_from_is_one_operator() {
        assertThat(SqlLayout.of("SELECT a FROM t WHERE a IS NOT DISTINCT FROM b"))
                .isEqualTo("SELECT a\nFROM t\nWHERE a IS NOT DISTINCT FROM b");
    }
}
