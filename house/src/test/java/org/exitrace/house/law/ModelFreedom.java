package org.exitrace.house.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/** All freedom of a model is the choice of its next step: nothing else may vary between runs. */
enum ModelFreedom {
    READS_NO_CLOCK(models()
            .should(access("a clock", call ->
                    isMethod(call, System.class, Set.of("currentTimeMillis", "nanoTime"))))
            .orShould().dependOnClassesThat().resideInAPackage("java.time..")
            .orShould().dependOnClassesThat(anyOf(Date.class, Calendar.class, Timer.class))
            .because("time is a choice of the scheduler: give the step a cost key, or guard"
                    + " it by a timer cell")),

    DRAWS_NOTHING(models()
            .should(access("a draw", call -> isMethod(call, Math.class, Set.of("random"))))
            .orShould().dependOnClassesThat().resideInAPackage("java.util.random..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName(
                    "java.util.concurrent.ThreadLocalRandom")
            .orShould().dependOnClassesThat(
                    anyOf(Random.class, SplittableRandom.class, UUID.class))
            .because("chance is a scheduler: declare one step per candidate value")),

    ITERATES_IN_NO_HASH_ORDER(models()
            .should(access("a hash-ordered collection", HashOrder::makes))
            .orShould().dependOnClassesThat(anyOf(HashMap.class, HashSet.class,
                    Hashtable.class, IdentityHashMap.class, WeakHashMap.class))
            .because("hash order differs between runs: use a List, an EnumMap, a TreeMap"
                    + " or a LinkedHashMap")),

    ASKS_FOR_NO_IDENTITY(models()
            .should(access("an identity hash", call ->
                    isMethod(call, System.class, Set.of("identityHashCode"))))
            .because("identity hashes differ between runs: use an ordinal or a name")),

    COUNTS_IN_INTEGERS(classes().that().resideInAnyPackage(Module.packagesOf(Module.MODELS))
            .should(new HoldNoFloatingPoint())
            .because("rounding is no part of the modelled machine: count in integers, with"
                    + " the unit in the name (costNs, sizePages)")),

    STARTS_NO_THREAD(models()
            .should().dependOnClassesThat().resideInAPackage("java.util.concurrent..")
            .orShould().dependOnClassesThat(anyOf(Thread.class, ThreadLocal.class,
                    Runtime.class, Process.class, ProcessBuilder.class))
            .orShould(access("a parallel stream", call ->
                    Set.of("parallel", "parallelStream").contains(call.getName())))
            .because("concurrency is modelled as actors whose steps a scheduler interleaves")),

    TOUCHES_NO_FILE_OR_SOCKET(models()
            .should().dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..")
            .because("the world is one vector: files are read by scenarios, before a run"));

    final ArchRule rule;

    ModelFreedom(ArchRule rule) {
        this.rule = rule;
    }

    private static GivenClassesConjunction models() {
        return noClasses().that().resideInAnyPackage(Module.packagesOf(Module.MODELS));
    }

    private static ArchCondition<JavaClass> access(
            String what, Predicate<JavaAccess<?>> test) {
        return ArchConditions.accessTargetWhere(DescribedPredicate.describe(what, test));
    }

    private static boolean isMethod(JavaAccess<?> call, Class<?> owner, Set<String> names) {
        return call.getTargetOwner().isEquivalentTo(owner) && names.contains(call.getName());
    }

    private static DescribedPredicate<JavaClass> anyOf(Class<?>... types) {
        return JavaClass.Predicates.belongToAnyOf(types);
    }
}
