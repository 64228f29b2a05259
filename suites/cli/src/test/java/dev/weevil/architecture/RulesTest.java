package dev.weevil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import dev.weevil.adversaries.trespass.KnowsASuite;
import dev.weevil.adversaries.trespass.OpensFiles;
import dev.weevil.adversaries.trespass.ReadsTheClock;
import dev.weevil.adversaries.trespass.SeesTheSimulation;
import dev.weevil.checker.trespass.KnowsTheEngine;
import dev.weevil.engine.trespass.SharedContext;
import dev.weevil.engine.trespass.StartsThreads;
import dev.weevil.first.trespass.FirstSuite;
import dev.weevil.second.trespass.SecondSuite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Every rule rejects a class that breaks it: a rule that never says no is untested. */
class RulesTest {

    static Stream<Arguments> trespasses() {
        return Stream.of(
                trespass(Arrows.CHECKER_KNOWS_NOBODY, "KnowsTheEngine", KnowsTheEngine.class),
                trespass(
                        Arrows.ENGINE_KNOWS_THE_CHECKER,
                        "KnowsAnAttack",
                        dev.weevil.engine.trespass.KnowsAnAttack.class),
                trespass(Arrows.ADVERSARIES_KNOW_THE_ENGINE, "KnowsASuite", KnowsASuite.class),
                trespass(
                        Arrows.REPORTS_KNOW_ENGINE_AND_CHECKER,
                        "KnowsAnAttack",
                        dev.weevil.reports.trespass.KnowsAnAttack.class),
                trespass(
                        Arrows.SUITES_ARE_KNOWN_BY_NO_ONE,
                        "FirstSuite",
                        FirstSuite.class,
                        dev.weevil.engine.trespass.KnowsASuite.class),
                trespass(
                        Arrows.SUITES_DO_NOT_KNOW_EACH_OTHER,
                        "FirstSuite",
                        FirstSuite.class,
                        SecondSuite.class),
                trespass(
                        Arrows.ADVERSARIES_NEVER_SEE_A_NETWORK,
                        "SeesTheSimulation",
                        SeesTheSimulation.class),
                trespass(
                        Arrows.PACKAGES_HAVE_NO_CYCLES,
                        "first.trespass",
                        FirstSuite.class,
                        SecondSuite.class),
                trespass(Names.SAY_WHAT_A_TYPE_IS, "SharedContext", SharedContext.class),
                trespass(
                        Confinement.THREADS_STAY_WHERE_THEY_ARE_ALLOWED,
                        "ReentrantLock",
                        StartsThreads.class),
                trespass(
                        Confinement.THREADS_STAY_WHERE_THEY_ARE_ALLOWED,
                        "starts a thread",
                        StartsThreads.class),
                trespass(
                        Confinement.MONITORS_STAY_WHERE_THREADS_ARE,
                        "begin()",
                        StartsThreads.class),
                trespass(Confinement.NOBODY_SLEEPS, "Thread.sleep", StartsThreads.class));
    }

    private static Arguments trespass(ArchRule rule, String complaint, Class<?>... classes) {
        return Arguments.of(rule, complaint, new ClassFileImporter().importClasses(classes));
    }

    @ParameterizedTest
    @MethodSource("trespasses")
    void everyRuleBites(ArchRule rule, String complaint, JavaClasses classes) {
        EvaluationResult result = rule.evaluate(classes);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(complaint);
    }

    @Test
    void anAdversaryThatReadsTheClockIsCaught() {
        assertThat(complaints(ReadsTheClock.class)).contains("System.nanoTime()");
    }

    @Test
    void aNodeThatOpensFilesOrRollsDiceIsCaught() {
        assertThat(complaints(OpensFiles.class))
                .contains("java.nio.file.Files", "java.util.Random");
    }

    @Test
    void aProtocolThatKeepsToTheRulesPasses() {
        JavaClasses ledger = new ClassFileImporter().importPackages("dev.weevil.cli.fixture");

        assertThat(complaints(ledger)).isEmpty();
    }

    private static String complaints(Class<?> type) {
        return complaints(new ClassFileImporter().importClasses(type));
    }

    private static String complaints(JavaClasses classes) {
        EvaluationResult result = Confinement.stateMachinesAreSansIo(classes).evaluate(classes);
        return String.join("\n", result.getFailureReport().getDetails());
    }
}
