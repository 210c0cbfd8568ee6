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
 * What a filter and an order read of the rows that they look at, be those found or not: an answer tells of a value by the
 * record that it leaves out, too. Read are the values of all rows that the caller sees and that meet what the filter asks
 * of public fields alone; their labels are known from one aggregate for the rows, and one for each association that the
 * filter goes through.
 */
public final class Examination {
    /** Something that is read of the rows of a place, and an aggregate of the labels of all of them. */
    private record Read(AccessDeclaration.Use use, String what, String labels) {}

    /** Where rows stand that are looked at: how their alias is reached from the rows that are chosen from. */
    private record Place(String joins, Set<Read> reads) {
        Place(String joins) {
            this(joins, new LinkedHashSet<>());
        }
    }

    private final AccessDeclaration reads;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /**
     * @param reads takes what the log must know of
     */
    public Examination(AccessDeclaration reads) {
        this.reads = reads;
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
     * A field is read of each row at {@code alias}, whatever is found.
     *
     * @return whether it is one that can be classified, or tells of labels
     */
    public boolean add(AccessDeclaration.Use use, String alias, EntityType entityType, Attribute field) {
        Place place = at(alias);
        List<Sensitivity.Reading> readings = Sensitivity.of(entityType, field);
        for (Sensitivity.Reading reading : readings) {
            reads.always(use, reading.what());
            place.reads().add(new Read(use, reading.what(), reading.ofRows(alias)));
        }
        return !readings.isEmpty();
    }

    /**
     * The rows that an association leads to from those at {@code alias} are looked at as {@code other}, among all records
     * and links that the caller can read.
     */
    public void follow(
            AccessDeclaration.Use use,
            String alias,
            String other,
            EntityType owner,
            Attribute.Association association) {
        reads.always(use, owner.name() + '.' + association.name());
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
     * An order reads its key of all rows that are looked at.
     *
     * @param other an alias of its own for the record that an association leads to
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
     * Declares all of it to the log, by statements of its own.
     *
     * @param open the conditions on public fields that every row meets that is looked at
     */
    public void declare(Statements statements, RowSource source, Sql open) {
        for (Place place : places.values()) {
            if (!place.reads().isEmpty()) {
                Sql rows = source.rows().add(" AND ").add(open);
                Statement looked = source.statement(
                        statements,
                        place.joins().isEmpty()
                                ? rows
                                : Sql.of("FROM (SELECT t.* ")
                                        .add(rows)
                                        .add(") t")
                                        .add(place.joins()));
                place.reads()
                        .forEach(read -> reads.ofRows(
                                read.use(), read.what(), looked, AccessDeclaration.Whose.ALL, read.labels()));
            }
        }
    }
}
