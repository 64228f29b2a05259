package dev.weevil.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.Arrays;

/** Which module and which package may know which: {@code checker <- engine <- adversaries <- suites}. */
final class Arrows {

    private static final String OURS = "dev.weevil..";
    private static final String CHECKER = "dev.weevil.checker..";
    private static final String ENGINE = "dev.weevil.engine..";
    private static final String ADVERSARIES = "dev.weevil.adversaries..";
    private static final String REPORTS = "dev.weevil.reports..";
    private static final String CLI = "dev.weevil.cli..";
    private static final String JUPITER = "dev.weevil.jupiter..";

    /** Everything else under dev.weevil is a system's suite. */
    private static final DescribedPredicate<JavaClass> SUITES = resideInAnyPackage(OURS)
            .and(resideOutsideOfPackages(CHECKER, ENGINE, ADVERSARIES, REPORTS, CLI, JUPITER))
            .as("a system's suite");

    static final ArchRule CHECKER_KNOWS_NOBODY = onlyOurs(CHECKER, CHECKER);

    static final ArchRule ENGINE_KNOWS_THE_CHECKER = onlyOurs(ENGINE, ENGINE, CHECKER);

    static final ArchRule ADVERSARIES_KNOW_THE_ENGINE =
            onlyOurs(ADVERSARIES, ADVERSARIES, ENGINE, CHECKER);

    static final ArchRule REPORTS_KNOW_ENGINE_AND_CHECKER =
            onlyOurs(REPORTS, REPORTS, ENGINE, CHECKER);

    static final ArchRule SUITES_ARE_KNOWN_BY_NO_ONE = classes()
            .that(SUITES)
            .should()
            .onlyHaveDependentClassesThat(describe(
                    "belong to the same suite, or to cli or jupiter",
                    user -> SUITES.or(resideInAnyPackage(CLI, JUPITER)).test(user)))
            .allowEmptyShould(true);

    static final ArchRule SUITES_DO_NOT_KNOW_EACH_OTHER = slices().matching("dev.weevil.(*)..")
            .that(describe("are suites", slice -> slice.stream().anyMatch(SUITES)))
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    static final ArchRule ADVERSARIES_NEVER_SEE_A_NETWORK = noClasses()
            .that()
            .resideInAPackage(ADVERSARIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.weevil.engine.live..", "dev.weevil.engine.simulation..", "io.netty..")
            .because("one script runs unchanged in the simulation and against real processes");

    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.weevil.(**)").should().beFreeOfCycles();

    private Arrows() {}

    private static ArchRule onlyOurs(String module, String... known) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(resideInAnyPackage(OURS).and(resideOutsideOfPackages(known)))
                .because("it may know of ours only " + Arrays.toString(known))
                .allowEmptyShould(true);
    }
}
