package org.jointdefence.registry;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What we ask of the code and a compiler does not see. */
@AnalyzeClasses(packages = "org.jointdefence.registry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.jointdefence.registry";

    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_circles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_clearance_reads_who_the_caller_is = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".clearance..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus.security..",
                    "io.quarkus.oidc..",
                    "io.quarkus.vertx.http.runtime.security..",
                    "org.eclipse.microprofile.jwt..")
            .because("a second place would be a second chance to get it wrong");

    @ArchTest
    static final ArchRule only_selection_the_log_and_the_check_at_the_start_talk_to_the_database = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".selection..", ROOT + ".audit..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".clearance.Soundness")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".clearance.Entrance")
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
