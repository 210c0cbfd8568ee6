package org.jointdefence.registry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What we ask of the code and a compiler does not see. */
@AnalyzeClasses(packages = "org.jointdefence.registry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.jointdefence.registry";

    /** The packages of the house, from the ground floor up. */
    private static final List<String> FLOORS = Stream.of(
                    "error",
                    "mapping.value",
                    "mapping",
                    "label",
                    "legalentity",
                    "publicrecord",
                    "partner",
                    "facility",
                    "weapon",
                    "agreement",
                    "funding",
                    "budget",
                    "clearance.provider",
                    "clearance",
                    "viewer",
                    "database",
                    "audit",
                    "selection.json",
                    "selection.cursor",
                    "selection.model",
                    "selection.statement",
                    "selection.order",
                    "selection.access",
                    "selection.filter",
                    "selection.plan",
                    "selection.execution",
                    "selection.schema",
                    "write.model",
                    "write.input",
                    "write",
                    "disclosure",
                    "catalogue",
                    "request.error",
                    "request.input",
                    "request.cost",
                    "request.document",
                    "request",
                    "http.connection",
                    "http.response",
                    "login",
                    "http")
            .map(name -> ROOT + "." + name)
            .toList();

    /** About as many classes as a reader keeps in mind. */
    private static final int MOST_CLASSES = 17;

    @ArchTest
    static final ArchRule packages_depend_on_those_below_them_only = classes()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".selection")
            .should(new ArchCondition<>("depend on floors below theirs only") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    int floor = FLOORS.indexOf(type.getPackageName());
                    if (floor < 0) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has no floor"));
                    }
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(each -> FLOORS.indexOf(each.getTargetClass().getPackageName()) > floor)
                            .forEach(each -> events.add(SimpleConditionEvent.violated(each, each.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule no_package_is_crowded = classes()
            .should(new ArchCondition<>("have at most " + MOST_CLASSES + " classes in their package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    long size = type.getPackage().getClasses().stream()
                            .filter(JavaClass::isTopLevelClass)
                            // The arrays of enums are classes, too.
                            .filter(each -> !each.isArray())
                            .filter(each -> !each.getSimpleName().equals("package-info"))
                            .count();
                    if (size > MOST_CLASSES) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has " + size));
                    }
                }
            });

    @ArchTest
    static final ArchRule only_clearance_reads_who_the_caller_is = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".clearance..")
            .and()
            // It only waits for the event that the tenants are set up.
            .doNotHaveFullyQualifiedName(ROOT + ".database.DatabaseCheck")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus.security..",
                    "io.quarkus.oidc..",
                    "io.quarkus.vertx.http.runtime.security..",
                    "org.eclipse.microprofile.jwt..")
            .because("a second place would be a second chance to get it wrong");

    @ArchTest
    static final ArchRule only_database_takes_connections = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".database..")
            .should()
            .callMethodWhere(target(name("getConnection"))
                    .and(target(owner(assignableTo("javax.sql.DataSource"))
                            .or(owner(assignableTo("java.sql.DriverManager"))))))
            .because("whoever opens a transaction must set the caller in it");

    @ArchTest
    static final ArchRule only_execution_writing_and_the_log_run_statements = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + ".database..",
                    ROOT + ".audit..",
                    ROOT + ".selection.execution..",
                    ROOT + ".selection.statement..",
                    ROOT + ".write..")
            .should()
            .dependOnClassesThat(describe("talk to the database", type -> Set.of(
                            "javax.sql.DataSource",
                            "java.sql.DriverManager",
                            "java.sql.Connection",
                            "java.sql.Statement",
                            "java.sql.PreparedStatement",
                            "java.sql.ResultSet",
                            "jakarta.persistence.EntityManager",
                            "jakarta.persistence.EntityManagerFactory",
                            "org.hibernate.Session",
                            "org.hibernate.SessionFactory",
                            "io.agroal.api.AgroalDataSource")
                    .contains(type.getName())));

    @ArchTest
    static final ArchRule only_records_are_active_records = classes()
            .that()
            .areAssignableTo("io.quarkus.hibernate.orm.panache.PanacheEntityBase")
            .should()
            .beAnnotatedWith("jakarta.persistence.Entity")
            .orShould()
            .beAnnotatedWith("jakarta.persistence.MappedSuperclass");

    @ArchTest
    static final ArchRule packages_and_classes_are_named_for_the_domain = noClasses()
            .should()
            .resideInAnyPackage("..service..", "..dto..", "..util..", "..common..", "..impl..")
            .orShould()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Service)");

    @ArchTest
    static final ArchRule every_package_says_that_nothing_in_it_is_null_unless_it_says_so =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule nothing_is_looked_up_by_name = noClasses()
            .should()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethod(ClassLoader.class, "loadClass", String.class)
            .because("a native image does not find it");
}
