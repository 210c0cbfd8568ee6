package org.jointdefence.registry.equivalence.reference;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Finds the rows that belong to a row. */
final class ReferenceAssociations {
    /** Field, link, the end where the field's type is, the end where its value is. */
    private static final String LINKS = """
            Agreement.amendments agreement_amendment amended agreement
            Agreement.amends agreement_amendment agreement amended
            Agreement.announcedBy agreement_announcer agreement organisation
            Agreement.coveredSystems agreement_system agreement weapon_system
            Agreement.programmes agreement_programme agreement programme
            Agreement.sources agreement_source agreement source
            Allocation.provider allocation_provider allocation organisation
            Allocation.receiver allocation_receiver allocation organisation
            Allocation.programme allocation_programme allocation programme
            Allocation.sources allocation_source allocation source
            Country.sources country_source country source
            FirmIdentifier.conflicts firm_identifier_conflict firm_identifier conflicting
            FundraisingCampaign.conflicts fundraising_campaign_conflict fundraising_campaign conflicting
            OrganisationIdentifier.conflicts organisation_identifier_conflict organisation_identifier conflicting
            WeaponSystem.conflicts weapon_system_conflict weapon_system conflicting
            FundraisingCampaign.sources fundraising_campaign_source fundraising_campaign source
            Organisation.agreements agreement_party organisation agreement
            Organisation.predecessors organisation_successor successor organisation
            Organisation.sources organisation_source organisation source
            Organisation.successor organisation_successor organisation successor
            PartnerFirm.agreements agreement_party partner_firm agreement
            PartnerFirm.predecessors firm_successor successor partner_firm
            PartnerFirm.productionFacilities facility_operator partner_firm production_facility
            PartnerFirm.sources partner_firm_source partner_firm source
            PartnerFirm.successor firm_successor partner_firm successor
            PartnerFirm.weaponSystems weapon_system_developer partner_firm weapon_system
            Person.sources person_source person source
            ProductionFacility.operators facility_operator production_facility partner_firm
            ProductionFacility.programme facility_programme production_facility programme
            ProductionFacility.sources production_facility_source production_facility source
            ProductionFacility.weaponSystems weapon_system_facility production_facility weapon_system
            Programme.agreements agreement_programme programme agreement
            Programme.allocations allocation_programme programme allocation
            Programme.productionFacilities facility_programme programme production_facility
            Programme.sources programme_source programme source
            Source.agreements agreement_source source agreement
            Source.allocations allocation_source source allocation
            Source.countries country_source source country
            Source.fundraisingCampaigns fundraising_campaign_source source fundraising_campaign
            Source.organisations organisation_source source organisation
            Source.partnerFirms partner_firm_source source partner_firm
            Source.persons person_source source person
            Source.productionFacilities production_facility_source source production_facility
            Source.programmes programme_source source programme
            Source.statements statement_source source statement
            Source.weaponSystems weapon_system_source source weapon_system
            Statement.sources statement_source statement source
            Transaction.commitment transaction_commitment transaction commitment
            Transaction.drawings transaction_commitment commitment transaction
            Transaction.provider transaction_provider transaction organisation
            Transaction.receiver transaction_receiver transaction organisation
            WeaponSystem.agreements agreement_system weapon_system agreement
            WeaponSystem.developers weapon_system_developer weapon_system partner_firm
            WeaponSystem.productionFacilities weapon_system_facility weapon_system production_facility
            WeaponSystem.sources weapon_system_source weapon_system source
            """;

    private record Link(String view, String from, String to) {}

    private final Map<String, Link> links = new HashMap<>();
    private final GraphQLSchema schema;
    private final ReferenceRules rules;
    private final ReferenceTexts texts;

    ReferenceAssociations(GraphQLSchema schema, ReferenceRules rules, ReferenceTexts texts) {
        this.schema = schema;
        this.rules = rules;
        this.texts = texts;
        LINKS.lines()
                .map(line -> line.split(" ", -1))
                .forEach(parts -> links.put(parts[0], new Link(parts[1], parts[2], parts[3])));
    }

    static String view(String type) {
        return snakeCase(type);
    }

    static String portionView(String type) {
        return view(type) + "_portion";
    }

    static String historyView(String type) {
        return view(type) + "_change";
    }

    static String key(String type) {
        return switch (type) {
            case "Country" -> "alpha2";
            case "ClassificationLevel", "MilitaryListCategory" -> "code";
            case "Portion" -> "field";
            default -> "id";
        };
    }

    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The type of the rows that a field leads to: of its value, or of a connection's nodes. */
    String target(String type, String field) {
        String name = ((GraphQLNamedType)
                        GraphQLTypeUtil.unwrapAll(definition(type, field).getType()))
                .getName();
        return name.endsWith("Connection") ? name.substring(0, name.length() - "Connection".length()) : name;
    }

    /** The rows that a field of {@code row} leads to; a plain list's in their natural order. */
    List<ReferenceRow> rows(ReferenceViews views, String type, String field, ReferenceRow row) {
        String target = target(type, field);
        String column = snakeCase(field);
        Link link = links.get(type + "." + field);
        if (link != null) {
            return linked(views, link, type, field, row);
        }
        if (field.equals("portions")) {
            String view = portionView(type);
            return views.contain(view) ? sorted(views, target, views.rows(view, "record", row.get("id"))) : List.of();
        }
        if (field.equals("history")) {
            return sorted(views, target, views.rows(historyView(type), "record", row.get("id")));
        }
        if (row.has(column) && row.get(column) instanceof List<?> codes) {
            return codes.stream()
                    .flatMap(code -> views.rows(view(target), key(target), code).stream())
                    .toList();
        }
        if (row.has(column)) {
            return views.rows(view(target), key(target), row.get(column));
        }
        String parent = field.equals("equivalents") ? "level" : view(type);
        return sorted(views, target, views.rows(view(target), parent, row.get(key(type))));
    }

    private List<ReferenceRow> linked(ReferenceViews views, Link link, String type, String field, ReferenceRow row) {
        String target = target(type, field);
        List<ReferenceRow> found = views.rows(link.view(), link.from(), row.get(key(type)));
        if (!many(type, field)) {
            found = found.stream().sorted(rules.links()).limit(1).toList();
        }
        List<ReferenceRow> ends = found.stream()
                .flatMap(end -> views.rows(view(target), key(target), end.get(link.to())).stream())
                .toList();
        return sorted(views, target, rules.linked(ends));
    }

    private boolean many(String type, String field) {
        return GraphQLTypeUtil.unwrapNonNull(definition(type, field).getType()) instanceof GraphQLList
                || !target(type, field)
                        .equals(((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(
                                        definition(type, field).getType()))
                                .getName());
    }

    private GraphQLFieldDefinition definition(String type, String field) {
        return Objects.requireNonNull(
                Objects.requireNonNull(schema.getObjectType(type)).getFieldDefinition(field));
    }

    private List<ReferenceRow> sorted(ReferenceViews views, String type, List<ReferenceRow> rows) {
        List<ReferenceRow> sorted = new ArrayList<>(rows);
        sorted.sort(ReferenceOrder.natural(type, views, this, rules, texts));
        return sorted;
    }

    /** Rows of a whole view in their natural order. */
    List<ReferenceRow> all(ReferenceViews views, String type) {
        return sorted(views, type, views.rows(view(type)));
    }
}
