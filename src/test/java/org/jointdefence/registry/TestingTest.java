package org.jointdefence.registry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayNameGeneration;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What we ask of the tests. */
@AnalyzeClasses(packages = "org.jointdefence.registry")
class TestingTest {

    @ArchTest
    static final ArchRule no_test_goes_past_the_tokens = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus.test.security..")
            .because("@TestSecurity replaces what is to be tested: real signed tokens always");

    @ArchTest
    static final ArchRule nothing_is_mocked = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mockito..", "org.easymock..", "io.quarkus.test.junit.mockito..");

    @ArchTest
    static final ArchRule tests_are_sentences = classes()
            .that(describe("have tests", TestingTest::hasTests))
            .should()
            .beAnnotatedWith(DisplayNameGeneration.class);

    @ArchTest
    static final ArchRule nothing_is_disabled = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.junit.jupiter.api.Disabled")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.junit.jupiter.api.condition..");

    @ArchTest
    static final ArchRule nothing_is_assumed_away = noClasses()
            .that()
            // Collects the garbage of a JVM, which another executable has not.
            .doNotHaveFullyQualifiedName("org.jointdefence.registry.budget.HeapIT")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.junit\\.jupiter\\.api\\.Assumptions|org\\.assertj\\.core\\.api\\.Assumptions");

    private static boolean hasTests(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable"));
    }
}
