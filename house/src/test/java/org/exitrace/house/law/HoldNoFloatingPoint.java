package org.exitrace.house.law;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Fields, parameters and results, and calls that return such a number. */
final class HoldNoFloatingPoint extends ArchCondition<JavaClass> {
    private static final Set<String> FLOATING =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    HoldNoFloatingPoint() {
        super("hold no floating-point number");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
            if (isFloating(field.getRawType())) {
                report(type, events, field.getDescription() + " is a floating-point number");
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            Stream<JavaClass> types = Stream.concat(
                    unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
            if (types.anyMatch(HoldNoFloatingPoint::isFloating)) {
                report(type, events, unit.getDescription() + " takes or returns one");
            }
        }
        for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
            if (isFloating(call.getTarget().getRawReturnType())) {
                report(type, events, call.getDescription());
            }
        }
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    private static void report(JavaClass type, ConditionEvents events, String message) {
        events.add(SimpleConditionEvent.violated(type, message));
    }
}
