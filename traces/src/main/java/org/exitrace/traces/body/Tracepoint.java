package org.exitrace.traces.body;

import java.util.List;

/** A place in the kernel that tells what it does, with all forms that its text had. */
public final class Tracepoint {

    private static final String ANYTHING = "%?<said>%*<text>%/";

    private final String name;
    private final boolean known;
    private final List<Form> forms;

    Tracepoint(String name, boolean known, List<Form> forms) {
        this.name = name;
        this.known = known;
        this.forms = List.copyOf(forms);
        forms.forEach(form -> form.belongTo(this));
    }

    /** One that the table does not know; its text, which may be empty, is kept as it is. */
    public static Tracepoint unknown(String name) {
        return new Tracepoint(name, false, List.of(new Form(ANYTHING)));
    }

    /** As the kernel names it. */
    public String name() {
        return name;
    }

    /** Whether the table knows its text. */
    public boolean isKnown() {
        return known;
    }

    /** All forms of its text, the newest first. */
    public List<Form> forms() {
        return forms;
    }

    /** Begins a body in the newest form. */
    public Draft draft() {
        return forms.get(0).draft();
    }

    /** Reads all that {@code scan} is on; null where no form fits it. */
    public Body read(Scan scan) {
        int start = scan.place();
        for (Form form : forms) {
            scan.backTo(start);
            Body body = form.read(scan);
            if (body != null) {
                return body;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
