package org.jointdefence.registry.selection.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.order.SortKey;
import org.jointdefence.registry.selection.statement.RowSource;
import org.jointdefence.registry.selection.statement.Sql;
import org.jointdefence.registry.selection.statement.Statement;
import org.jointdefence.registry.selection.statement.Statements;

/**
 * Determines what a filter and an order read of the rows they examine, whether or not these match: a response also
 * reveals values by the records it omits. It covers all rows that are visible to the caller and that meet the filter's
 * conditions on public fields. Their labels come from one aggregate for the rows, and one for each association in the
 * filter.
 */
public final class Examination {
    /** A read of the rows at one place, with an aggregate of their labels. */
    private record Read(AccessDeclaration.Use use, String what, String labels) {}

    /** A place with examined rows: the joins from the filtered rows to its alias. */
    private record Place(String joins, Set<Read> reads) {
        Place(String joins) {
            this(joins, new LinkedHashSet<>());
        }
    }

    private final AccessDeclaration access;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** @param access collects the declarations for the log */
    public Examination(AccessDeclaration access) {
        this.access = access;
        places.put(RowSource.ROWS, new Place(""));
    }

    private Place at(String alias) {
        Place place = places.get(alias);
        if (place == null) {
            throw new IllegalStateException("nothing leads to " + alias);
        }
        return place;
    }

    /**
     * Declares a read of a field in each row at {@code alias}, whatever the result.
     *
     * @return whether the field can be classified or reveals labels
     */
    public boolean add(AccessDeclaration.Use use, String alias, EntityType entityType, Attribute field) {
        Place place = at(alias);
        List<Sensitivity.Reading> readings = Sensitivity.of(entityType, field);
        for (Sensitivity.Reading reading : readings) {
            access.always(use, reading.what());
            place.reads().add(new Read(use, reading.what(), reading.ofRows(alias)));
        }
        if (entityType.labels() == EntityType.Labels.OF_ROW) {
            String what = entityType.name() + '.' + field.name();
            access.always(use, what);
            place.reads().add(new Read(use, what, Sensitivity.ofRowsThemselves(entityType, alias)));
            return true;
        }
        return !readings.isEmpty();
    }

    /**
     * Adds the rows that an association leads to from {@code alias}, as {@code other}, among all records and links that
     * the caller can read.
     */
    public void follow(
            AccessDeclaration.Use use,
            String alias,
            String other,
            EntityType owner,
            Attribute.Association association) {
        access.always(use, owner.name() + '.' + association.name());
        String link = other + "l";
        String key = alias + "." + association.parentColumn();
        Place place = new Place(at(alias).joins()
                + switch (association.path()) {
                    case Attribute.Path.ByColumn(String column) ->
                        " JOIN " + association.view() + " " + other + " ON " + other + "." + column + " = " + key;
                    case Attribute.Path.ByLink path ->
                        " JOIN " + path.link() + " " + link + " ON " + link + "." + path.from() + " = " + key
                                + " JOIN " + association.view() + " " + other + " ON " + other + "."
                                + path.targetKey() + " = " + link + "." + path.to();
                });
        for (String labels : Sensitivity.reached(association, other, link)) {
            place.reads().add(new Read(use, owner.name() + '.' + association.name(), labels));
        }
        places.put(other, place);
    }

    /**
     * Declares that an order reads its key in all examined rows.
     *
     * @param other a unique alias for the record that an association leads to
     */
    public void order(SortKey key, EntityType entityType, String other) {
        Attribute.Association through = key.through();
        if (through == null) {
            add(AccessDeclaration.Use.ORDER, RowSource.ROWS, entityType, key.column());
        } else {
            follow(AccessDeclaration.Use.ORDER, RowSource.ROWS, other, entityType, through);
            add(AccessDeclaration.Use.ORDER, other, through.target(), key.column());
        }
    }

    /**
     * Declares all reads to the log, with statements of its own.
     *
     * @param open the conditions on public fields, which every examined row meets
     */
    public void declare(Statements statements, RowSource source, Sql open) {
        for (Place place : places.values()) {
            if (!place.reads().isEmpty()) {
                Sql rows = source.rows().add(" AND ").add(open);
                Statement statement = source.statement(
                        statements,
                        place.joins().isEmpty()
                                ? rows
                                : Sql.of("FROM (SELECT t.* ")
                                        .add(rows)
                                        .add(") t")
                                        .add(place.joins()));
                place.reads()
                        .forEach(read -> access.ofRows(
                                read.use(), read.what(), statement, AccessDeclaration.Whose.ALL, read.labels()));
            }
        }
    }
}
