package org.jointdefence.registry.equivalence.reference;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares rows as an {@code orderBy} argument says, and without one as is natural for their type. */
public final class ReferenceOrder implements Comparator<ReferenceRow> {
    private static final Map<String, Key> NATURAL = Map.ofEntries(
            Map.entry("Agreement", new Key(null, "title", false)),
            Map.entry("AgreementParty", new Key(null, "role", false)),
            Map.entry("Allocation", new Key(null, "announced_on", true)),
            Map.entry("CampaignSplit", new Key(null, "origin", false)),
            Map.entry("Change", new Key(null, "at", true)),
            Map.entry("Country", new Key(null, "name", false)),
            Map.entry("DonorShare", new Key(null, "donor_type", false)),
            Map.entry("FirmAddress", new Key(null, "kind", false)),
            Map.entry("FirmIdentifier", new Key(null, "scheme", false)),
            Map.entry("FirmName", new Key(null, "kind", false)),
            Map.entry("FundraisingCampaign", new Key(null, "starts_on", true)),
            Map.entry("LevelEquivalence", new Key(null, "nation", false)),
            Map.entry("Milestone", new Key(null, "reached_by", false)),
            Map.entry("MilitaryListCategory", new Key(null, "number", false)),
            Map.entry("OrganisationAddress", new Key(null, "kind", false)),
            Map.entry("OrganisationIdentifier", new Key(null, "scheme", false)),
            Map.entry("OrganisationName", new Key(null, "kind", false)),
            Map.entry("Organisation", new Key(null, "name", false)),
            Map.entry("PartnerFirm", new Key(null, "legal_name", false)),
            Map.entry("Person", new Key(null, "name", false)),
            Map.entry("Post", new Key(null, "valid_from", false)),
            Map.entry("ProductionFacility", new Key(null, "name", false)),
            Map.entry("Programme", new Key(null, "name", false)),
            Map.entry("Source", new Key(null, "title", false)),
            Map.entry("Statement", new Key(null, "made_on", true)),
            Map.entry("Transaction", new Key(null, "occurred_on", false)),
            Map.entry("WeaponSystem", new Key(null, "code_name", false)));

    /**
     * A column and its direction.
     *
     * @param through the field that leads to the record which has the column; null for a record's own
     */
    public record Key(@Nullable String through, String column, boolean descending, String collation) {
        Key(@Nullable String through, String column, boolean descending) {
            this(through, column, descending, "default");
        }

        private boolean isOf(Key other) {
            return Objects.equals(through, other.through)
                    && column.equals(other.column)
                    && collation.equals(other.collation);
        }

        private Key in(@Nullable Object language) {
            return language == null
                    ? this
                    : new Key(through, column, descending, language.toString().toLowerCase(Locale.ROOT) + "-x-icu");
        }
    }

    private final String type;
    private final List<Key> keys;
    private final ReferenceViews views;
    private final ReferenceAssociations associations;
    private final ReferenceRules rules;
    private final ReferenceTexts texts;

    private ReferenceOrder(
            String type,
            List<Key> keys,
            ReferenceViews views,
            ReferenceAssociations associations,
            ReferenceRules rules,
            ReferenceTexts texts) {
        this.type = type;
        this.keys = keys;
        this.views = views;
        this.associations = associations;
        this.rules = rules;
        this.texts = texts;
    }

    static ReferenceOrder of(
            GraphQLSchema schema,
            String type,
            @Nullable Object orderBy,
            ReferenceViews views,
            ReferenceAssociations associations,
            ReferenceRules rules,
            ReferenceTexts texts) {
        List<Key> keys = new ArrayList<>();
        for (Object element : orderBy instanceof List<?> given ? given : List.of()) {
            Map<?, ?> order = (Map<?, ?>) element;
            Key key = key(
                            schema,
                            type,
                            name(schema, type + "OrderField", order.get("field"))
                                    .toLowerCase(Locale.ROOT),
                            "DESC".equals(String.valueOf(order.get("direction"))))
                    .in(order.get("language"));
            // What has decided once decides nothing more.
            if (keys.stream().noneMatch(key::isOf)) {
                keys.add(key);
            }
        }
        return keys.isEmpty()
                ? natural(type, views, associations, rules, texts)
                : new ReferenceOrder(type, keys, views, associations, rules, texts);
    }

    static ReferenceOrder natural(
            String type,
            ReferenceViews views,
            ReferenceAssociations associations,
            ReferenceRules rules,
            ReferenceTexts texts) {
        Key natural = NATURAL.get(type);
        List<Key> keys = natural == null ? List.of() : List.of(natural);
        return new ReferenceOrder(type, keys, views, associations, rules, texts);
    }

    /** A column of the record that a field leads to has the field's name before its own. */
    private static Key key(GraphQLSchema schema, String type, String column, boolean descending) {
        return Objects.requireNonNull(schema.getObjectType(type)).getFieldDefinitions().stream()
                .filter(field -> GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLObjectType object
                        && object.getInterfaces().stream()
                                .anyMatch(node -> node.getName().equals("Node"))
                        && column.startsWith(ReferenceAssociations.snakeCase(field.getName()) + "_"))
                .findAny()
                .map(field -> new Key(
                        field.getName(),
                        column.substring(
                                ReferenceAssociations.snakeCase(field.getName()).length() + 1),
                        descending))
                .orElseGet(() -> new Key(null, column, descending));
    }

    /** The name in the schema of what an enum's value is inside. */
    static String name(GraphQLSchema schema, String type, @Nullable Object value) {
        GraphQLEnumType enumeration = (GraphQLEnumType) Objects.requireNonNull(schema.getType(type));
        return enumeration.getValues().stream()
                .filter(candidate -> Objects.equals(candidate.getValue(), value))
                .map(GraphQLEnumValueDefinition::getName)
                .findAny()
                .orElseThrow();
    }

    /** What tells orders apart. */
    String text() {
        return keys.stream()
                .map(key ->
                        key.through() + "." + key.column() + (key.descending() ? " DESC " : " ASC ") + key.collation())
                .collect(Collectors.joining(","));
    }

    @Override
    public int compare(ReferenceRow one, ReferenceRow other) {
        for (Key key : keys) {
            int result = compare(value(one, key), value(other, key), key);
            if (result != 0) {
                return result;
            }
        }
        String unique = ReferenceAssociations.key(type);
        int result = unique.equals("id") && one.get(unique) instanceof String id
                ? id.compareTo((String) Objects.requireNonNull(other.get(unique)))
                : compareValues(
                        texts, Objects.requireNonNull(one.get(unique)), Objects.requireNonNull(other.get(unique)));
        return rules.idDescending(keys) ? -result : result;
    }

    /** What a row is ordered by, which is its place. */
    String values(ReferenceRow row) {
        return keys.stream().map(key -> String.valueOf(value(row, key))).collect(Collectors.joining("|"));
    }

    private @Nullable Object value(ReferenceRow row, Key key) {
        String through = key.through();
        if (through == null) {
            return row.get(key.column());
        }
        for (ReferenceRow related : associations.rows(views, type, through, row)) {
            return related.get(key.column());
        }
        return null;
    }

    /** Whether what is ordered by is a text in words: such a one has the filter of all texts. */
    static boolean isInWords(GraphQLSchema schema, String type, @Nullable Object field) {
        return isInWords(
                (GraphQLInputObjectType) Objects.requireNonNull(schema.getType(type + "Filter")),
                name(schema, type + "OrderField", field).toLowerCase(Locale.ROOT));
    }

    private static boolean isInWords(GraphQLInputObjectType filter, String column) {
        return filter.getFields().stream().anyMatch(part -> {
            String name = ReferenceAssociations.snakeCase(part.getName());
            return GraphQLTypeUtil.unwrapAll(part.getType()) instanceof GraphQLInputObjectType below
                    && (column.equals(name)
                            ? below.getName().equals("StringFilter")
                            : column.startsWith(name + "_")
                                    && !below.getName().endsWith("AssociationFilter")
                                    && isInWords(below, column.substring(name.length() + 1)));
        });
    }

    private int compare(@Nullable Object one, @Nullable Object other, Key key) {
        boolean descending = key.descending();
        if (one == null || other == null) {
            if (one == null && other == null) {
                return 0;
            }
            return one == null ? rules.absentWithPresent(descending) : -rules.absentWithPresent(descending);
        }
        int result = one instanceof String text
                ? texts.compare(text, (String) other, key.collation())
                : compareValues(texts, one, other);
        return descending ? -result : result;
    }

    /** Compares values that are there, upwards. */
    static int compareValues(ReferenceTexts texts, Object one, Object other) {
        return switch (one) {
            case Integer number -> number.compareTo((Integer) other);
            case BigDecimal number -> number.compareTo((BigDecimal) other);
            case Boolean flag -> flag.compareTo((Boolean) other);
            case String text -> texts.compare(text, (String) other);
            default -> throw new IllegalStateException("no order of " + one);
        };
    }
}
