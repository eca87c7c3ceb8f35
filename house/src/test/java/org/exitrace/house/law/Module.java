package org.exitrace.house.law;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The modules, and the one table of who may import whom. */
enum Module {
    ENGINE("org.exitrace.engine", Jdk.BASE, List.of()),
    TRACES("org.exitrace.traces", Jdk.BASE, List.of()),
    PSP("org.exitrace.psp", Jdk.MODEL, List.of(ENGINE)),
    GHCB("org.exitrace.ghcb", Jdk.MODEL, List.of(ENGINE)),
    KVM("org.exitrace.kvm", Jdk.MODEL, List.of(ENGINE, PSP, GHCB)),
    VTL("org.exitrace.vtl", Jdk.MODEL, List.of(ENGINE, PSP, GHCB, KVM)),
    SCENARIOS("org.exitrace.scenarios", Jdk.ANY, List.of(ENGINE, TRACES, PSP, GHCB, KVM, VTL),
            "tools.jackson..", "com.fasterxml.jackson.annotation..", "com.networknt.."),
    REPORTS("org.exitrace.reports", Jdk.ANY, List.of(ENGINE),
            "org.apache.commons.math3..", "org.HdrHistogram.."),
    TESTKIT("org.exitrace.testkit", Jdk.ANY, List.of(ENGINE),
            "net.jqwik.api..", "org.junit.jupiter..", "org.opentest4j..", "org.assertj.core.."),
    CLI("org.exitrace.cli", Jdk.ANY, List.of(ENGINE, TRACES, SCENARIOS, REPORTS),
            "picocli..", "com.sun.net.httpserver.."),
    EXAMPLES("org.exitrace.examples", Jdk.MODEL, List.of(ENGINE));

    static final Module[] MODELS = {PSP, GHCB, KVM, VTL};

    final String basePackage;
    private final Jdk jdk;
    private final List<Module> imports;
    private final List<String> libraries;

    Module(String basePackage, Jdk jdk, List<Module> imports, String... libraries) {
        this.basePackage = basePackage;
        this.jdk = jdk;
        this.imports = imports;
        this.libraries = List.of(libraries);
    }

    String packages() {
        return basePackage + "..";
    }

    static String[] packagesOf(Module... modules) {
        return Arrays.stream(modules).map(Module::packages).toArray(String[]::new);
    }

    /** All that a class of this module may depend on. */
    DescribedPredicate<JavaClass> world() {
        List<String> ours = new ArrayList<>(libraries);
        ours.add(packages());
        imports.forEach(module -> ours.add(module.packages()));
        DescribedPredicate<JavaClass> named =
                JavaClass.Predicates.resideInAnyPackage(ours.toArray(String[]::new));
        return DescribedPredicate.describe(
                "are in " + String.join(", ", ours) + " or " + jdk.description,
                type -> type.getBaseComponentType().isPrimitive()
                        || named.test(type.getBaseComponentType())
                        || jdk.contains(type.getBaseComponentType()));
    }
}
