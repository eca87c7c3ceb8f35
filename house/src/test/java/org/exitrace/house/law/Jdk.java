package org.exitrace.house.law;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** How much of the JDK a module may see. */
enum Jdk {
    /**
     * The language, ordinary collections and functions; no clock, thread, file or socket. Digests
     * are functions of their input and nothing else.
     */
    MODEL("the plain JDK (java.lang, java.util, java.util.function, java.util.stream, digests)") {
        @Override
        boolean contains(JavaClass type) {
            return PLAIN.contains(type.getPackageName()) || DIGESTS.contains(type.getName());
        }
    },

    /** What java.base exports under java, except the network and the security providers. */
    BASE("java.base without java.net and java.security") {
        @Override
        boolean contains(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith("java.")
                    && !name.startsWith("java.net")
                    && !name.startsWith("java.security")
                    && JAVA_BASE.getPackages().contains(name);
        }
    },

    ANY("the JDK") {
        @Override
        boolean contains(JavaClass type) {
            return type.getPackageName().startsWith("java.");
        }
    };

    private static final java.lang.Module JAVA_BASE = Object.class.getModule();
    private static final Set<String> PLAIN = Set.of(
            "java.lang", "java.lang.annotation", "java.lang.invoke", "java.lang.runtime",
            "java.util", "java.util.function", "java.util.stream");
    private static final Set<String> DIGESTS = Set.of(
            "java.security.MessageDigest", "java.security.NoSuchAlgorithmException");

    final String description;

    Jdk(String description) {
        this.description = description;
    }

    abstract boolean contains(JavaClass type);
}
