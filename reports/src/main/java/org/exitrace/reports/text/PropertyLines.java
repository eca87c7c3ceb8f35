package org.exitrace.reports.text;

import java.util.List;
import org.exitrace.reports.view.PropertyView;

/** A line for each property: the verdict first, since that is what one looks for. */
final class PropertyLines {

    private PropertyLines() {
    }

    static void write(List<PropertyView> properties, StringBuilder out) {
        Entries entries = new Entries(out);
        for (PropertyView property : properties) {
            String verdict = property.isBroken() && property.brokenAt() >= 0
                    ? "BROKEN at " + property.brokenAt()
                    : property.isBroken() ? "BROKEN" : property.verdict().toString();
            String text = property.kind() + ": " + property.sentence()
                    + " [" + property.id() + "]";
            entries.add(verdict, text);
        }
    }
}
