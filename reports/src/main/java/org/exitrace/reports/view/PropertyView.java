package org.exitrace.reports.view;

import org.exitrace.engine.property.Property;

/**
 * A property and what was shown of it.
 *
 * @param id short stable name
 * @param kind when it has to hold, in words
 * @param sentence the promise
 * @param because why it is made; may be empty
 * @param source where it was read; may be empty
 * @param verdict what was shown
 * @param brokenAt number of the step behind which it broke, 0 for the first state; -1 if it did not
 */
public record PropertyView(
        String id, String kind, String sentence, String because, String source, Verdict verdict,
        int brokenAt) {

    /** A property of which {@code verdict} was shown, without a break. */
    public static PropertyView of(Property property, Verdict verdict) {
        return of(property, verdict, -1);
    }

    /** A property that broke behind step {@code step}. */
    public static PropertyView brokenAt(Property property, int step) {
        return of(property, Verdict.BROKEN, step);
    }

    private static PropertyView of(Property property, Verdict verdict, int step) {
        return new PropertyView(property.id(), property.kind().toString(), property.sentence(),
                property.because(), property.source(), verdict, step);
    }

    /** Whether it broke. */
    public boolean isBroken() {
        return verdict == Verdict.BROKEN;
    }
}
