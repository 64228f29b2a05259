package dev.weevil.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the code of all modules to the rules. */
@AnalyzeClasses(packages = "dev.weevil", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule checker = Arrows.CHECKER_KNOWS_NOBODY;

    @ArchTest
    static final ArchRule engine = Arrows.ENGINE_KNOWS_THE_CHECKER;

    @ArchTest
    static final ArchRule adversaries = Arrows.ADVERSARIES_KNOW_THE_ENGINE;

    @ArchTest
    static final ArchRule reports = Arrows.REPORTS_KNOW_ENGINE_AND_CHECKER;

    @ArchTest
    static final ArchRule suites = Arrows.SUITES_ARE_KNOWN_BY_NO_ONE;

    @ArchTest
    static final ArchRule strangers = Arrows.SUITES_DO_NOT_KNOW_EACH_OTHER;

    @ArchTest
    static final ArchRule scripts = Arrows.ADVERSARIES_NEVER_SEE_A_NETWORK;

    @ArchTest
    static final ArchRule cycles = Arrows.PACKAGES_HAVE_NO_CYCLES;

    @ArchTest
    static final ArchRule names = Names.SAY_WHAT_A_TYPE_IS;

    @ArchTest
    static final ArchRule threads = Confinement.THREADS_STAY_WHERE_THEY_ARE_ALLOWED;

    @ArchTest
    static final ArchRule monitors = Confinement.MONITORS_STAY_WHERE_THREADS_ARE;

    @ArchTest
    static final ArchRule sleep = Confinement.NOBODY_SLEEPS;

    @ArchTest
    static void stateMachinesDoNoInputOrOutput(JavaClasses all) {
        Confinement.stateMachinesAreSansIo(all).check(all);
    }
}
