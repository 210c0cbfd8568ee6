package org.jointdefence.registry.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.Session;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jointdefence.registry.database.CallerSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every entity, read through JPA, has the values of its view; mutations will rely on this mapping. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntitiesTest {

    private static final Caller LT_TOP_SECRET = new Caller(
            "https://issuer.example",
            "lt-top-secret",
            Set.of(),
            new Clearance(ClearanceLevel.TOP_SECRET, "LT", Set.of("AMBER")),
            Set.of("LT"));

    @Inject
    EntityManager entities;

    static List<Class<?>> mapped() {
        return new RegistryEntities()
                .entities().stream()
                        .filter(entity -> entity.isAnnotationPresent(Entity.class))
                        .toList();
    }

    /** Gives the entities of the log some content. */
    @BeforeEach
    void somebody_reads_something_classified() {
        new GraphQLDocument("{ weaponSystems { nodes { designation } } }")
                .sentBy(Persona.named("lt-secret"))
                .data();
    }

    @ParameterizedTest
    @MethodSource("mapped")
    void an_entity_holds_what_its_view_shows(Class<?> entity) {
        QuarkusTransaction.requiringNew().run(() -> {
            enter();
            Map<String, Map<String, @Nullable Object>> rows = rows(entity);
            List<?> found = read(entity);
            assertThat(found).isNotEmpty();
            assertThat(found.stream().map(EntitiesTest::identifier)).hasSameSizeAs(rows.keySet());
            for (Object record : found) {
                Map<String, @Nullable Object> row = rows.getOrDefault(identifier(record), Map.of());
                for (Field field : fields(entity)) {
                    assertThat(text(value(field, record)))
                            .as("%s.%s of %s", entity.getSimpleName(), field.getName(), row)
                            .isEqualTo(text(expected(entity, field, row)));
                }
            }
        });
    }

    /** Histories and erasures know types by their tables. */
    @ParameterizedTest
    @MethodSource("mapped")
    void an_entity_is_named_like_its_view(Class<?> entity) {
        assertThat(view(entity)).isEqualTo("registry." + snakeCase(entity.getSimpleName()));
    }

    /** Reads through Panache, page by page, where the entity has it. */
    private List<?> read(Class<?> entity) {
        String order = "from " + entity.getSimpleName() + " order by "
                + idField(entity).getName();
        if (!PanacheEntityBase.class.isAssignableFrom(entity)) {
            return entities.createQuery(order, entity).getResultList();
        }
        try {
            PanacheQuery<?> query = (PanacheQuery<?>)
                    entity.getMethod("find", String.class, Object[].class).invoke(null, order, new Object[0]);
            List<Object> found = new ArrayList<>();
            int size = Math.max(4, (int) (query.count() / 10));
            query.page(0, size);
            for (int page = 0; page < query.pageCount(); page++) {
                found.addAll(query.page(page, size).list());
            }
            return found;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void enter() {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CallerSession.SQL)) {
                CallerSession.bind(statement, 1, LT_TOP_SECRET);
                statement.execute();
            }
        });
    }

    /** The rows of the entity's view by key. */
    private Map<String, Map<String, @Nullable Object>> rows(Class<?> entity) {
        Map<String, Map<String, @Nullable Object>> rows = new HashMap<>();
        for (Map<String, @Nullable Object> row : query("SELECT * FROM " + view(entity))) {
            rows.put(String.valueOf(row.get(snakeCase(idField(entity).getName()))), row);
        }
        return rows;
    }

    private List<Map<String, @Nullable Object>> query(String sql) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, @Nullable Object> row = new HashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnName(i), plain(result.getObject(i)));
                    }
                    rows.add(row);
                }
            }
            return rows;
        });
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Array array -> Arrays.asList((Object[]) array.getArray());
            case Timestamp instant -> instant.toInstant();
            default -> value;
        };
    }

    /** The expected value of the field, from the row of the view and from the rows that refer to it. */
    private @Nullable Object expected(Class<?> entity, Field field, Map<String, @Nullable Object> row) {
        String key = String.valueOf(row.get(snakeCase(idField(entity).getName())));
        JoinTable link = field.getAnnotation(JoinTable.class);
        if (link != null) {
            List<?> targets = column(
                    "registry." + link.name(), link.inverseJoinColumns()[0].name(), link.joinColumns()[0].name(), key);
            return field.isAnnotationPresent(ManyToMany.class)
                    ? new TreeSet<>(targets.stream().map(String::valueOf).toList())
                    : targets.isEmpty() ? null : targets.getFirst();
        }
        OneToMany children = field.getAnnotation(OneToMany.class);
        if (children != null) {
            Class<?> child = element(field);
            return new TreeSet<>(
                    column(view(child), snakeCase(idField(child).getName()), snakeCase(children.mappedBy()), key)
                            .stream()
                            .map(String::valueOf)
                            .toList());
        }
        if (field.isAnnotationPresent(ManyToOne.class)) {
            return row.get(field.getAnnotation(JoinColumn.class).name());
        }
        if (field.getType().isAnnotationPresent(Embeddable.class)) {
            List<@Nullable Object> components = new ArrayList<>();
            for (RecordComponent component : field.getType().getRecordComponents()) {
                components.add(row.get(snakeCase(field.getName()) + "_" + snakeCase(component.getName())));
            }
            return components.stream().allMatch(Objects::isNull) ? null : texts(components);
        }
        return row.get(snakeCase(field.getName()));
    }

    private List<?> column(String view, String column, String by, String key) {
        return query("SELECT " + column + " FROM " + view + " WHERE " + by + "::text = '" + key + "'").stream()
                .map(row -> row.get(column))
                .toList();
    }

    /** The value of the field, with references as the keys of their targets. */
    private static @Nullable Object value(Field field, Object record) {
        try {
            Object value = field.get(record);
            if (value instanceof Collection<?> many && isAssociation(field)) {
                return new TreeSet<>(many.stream().map(EntitiesTest::identifier).toList());
            }
            if (value != null && isAssociation(field)) {
                return identifier(value);
            }
            if (value != null && field.getType().isAnnotationPresent(Embeddable.class)) {
                List<@Nullable Object> components = new ArrayList<>();
                for (RecordComponent component : field.getType().getRecordComponents()) {
                    components.add(component.getAccessor().invoke(value));
                }
                return texts(components);
            }
            return value;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isAssociation(Field field) {
        return field.isAnnotationPresent(ManyToOne.class)
                || field.isAnnotationPresent(ManyToMany.class)
                || field.isAnnotationPresent(OneToMany.class);
    }

    private static List<String> texts(List<@Nullable Object> values) {
        return values.stream().map(EntitiesTest::text).toList();
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static String identifier(Object record) {
        try {
            Object entity = org.hibernate.Hibernate.unproxy(record);
            return String.valueOf(idField(entity.getClass()).get(entity));
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Field idField(Class<?> entity) {
        return fields(entity).stream()
                .filter(field -> field.isAnnotationPresent(Id.class))
                .findAny()
                .orElseThrow();
    }

    /** The mapped fields of an entity, including those of its superclass. */
    private static List<Field> fields(Class<?> entity) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = entity; type.isAnnotationPresent(Entity.class) || isSuperclass(type); type = above(type)) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Description.class) || field.isAnnotationPresent(Id.class)) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        fields.removeIf(field -> field.isAnnotationPresent(Transient.class));
        return fields;
    }

    private static boolean isSuperclass(Class<?> type) {
        return type.isAnnotationPresent(MappedSuperclass.class);
    }

    private static Class<?> above(Class<?> type) {
        return Objects.requireNonNull(type.getSuperclass());
    }

    private static Class<?> element(Field field) {
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }

    private static String view(Class<?> entity) {
        Table table = entity.getAnnotation(Table.class);
        return table.schema() + "." + table.name();
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
