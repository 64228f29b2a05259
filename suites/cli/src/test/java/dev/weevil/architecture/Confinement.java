package dev.weevil.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.node.Node;

import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Where time, chance, threads and input/output may enter, and where never. */
final class Confinement {

    /** The places of threads; everywhere else a mailbox is the only way in. */
    private static final String[] THREADED = {
        "dev.weevil.engine.live..",
        "dev.weevil.checker.linearizability..",
        "dev.weevil.adversaries.search..",
        "dev.weevil.cli.."
    };

    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD = resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "io.netty..")
            .and(describe(
                    "are not serialization",
                    type -> !type.getName().equals("java.io.Serializable")))
            .as("do input or output");

    private static final DescribedPredicate<JavaClass> CHANCE = assignableTo(Random.class)
            .or(resideInAnyPackage("java.security..").and(nameMatching(".*SecureRandom")))
            .as("are random by themselves");

    private static final DescribedPredicate<JavaAccess<?>> CLOCK = targetOwner(
                    equivalentTo(System.class))
            .and(target(nameMatching(".*(nanoTime|currentTimeMillis|getenv|getProperty)")))
            .or(targetOwner(resideInAnyPackage("java.time..")).and(target(nameMatching("now"))))
            .or(targetOwner(equivalentTo(SplittableRandom.class))
                    .and(target(nameMatching("<init>"))))
            .or(targetOwner(equivalentTo(Math.class)).and(target(nameMatching("random"))))
            .as("reads a clock or draws chance of its own");

    static final DescribedPredicate<JavaClass> THREADS = assignableTo(Executor.class)
            .or(resideInAnyPackage("java.util.concurrent.locks.."))
            .or(equivalentTo(java.util.concurrent.Executors.class))
            .as("are executors or locks");

    static final ArchRule THREADS_STAY_WHERE_THEY_ARE_ALLOWED = noClasses()
            .that()
            .resideOutsideOfPackages(THREADED)
            .should()
            .dependOnClassesThat(THREADS)
            .orShould()
            .callConstructorWhere(targetOwner(assignableTo(Thread.class)).as("starts a thread"))
            .because("one thread owns one node, one adversary, one client");

    static final ArchRule MONITORS_STAY_WHERE_THREADS_ARE = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages(THREADED)
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED);

    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethodWhere(targetOwner(assignableTo(Thread.class))
                    .and(target(nameMatching("sleep")))
                    .as("sleeps"))
            .because("readiness is a signal");

    private Confinement() {}

    /** For the packages that hold a node or an adversary among these classes. */
    static ArchRule stateMachinesAreSansIo(JavaClasses all) {
        Set<String> packages = all.stream()
                .filter(type ->
                        type.isAssignableTo(Node.class) || type.isAssignableTo(Adversary.class))
                .filter(type -> !type.isInterface())
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return noClasses()
                .that(describe(
                        "share a package with a node or an adversary",
                        type -> packages.contains(type.getPackageName())))
                .should()
                .dependOnClassesThat(
                        OUTSIDE_WORLD.or(CHANCE).or(THREADS).or(equivalentTo(Clock.class)))
                .orShould()
                .accessTargetWhere(CLOCK)
                .because("time, chance and input/output reach state machines in events only")
                .allowEmptyShould(true);
    }
}
