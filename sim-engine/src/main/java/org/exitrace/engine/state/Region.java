package org.exitrace.engine.state;

/**
 * A named window such as {@code vcpu[2]}, whose final fields are cells: the model's nouns.
 *
 * <p>Subclasses declare their cells in field initialisers, in the order in which they shall be
 * shown.
 */
public abstract class Region {

    private final CellScope scope;
    private final String name;

    /** Opens the region in {@code scope}, whose prefix is the region's name. */
    protected Region(CellScope scope) {
        this.scope = scope;
        this.name = scope.prefix();
        scope.opens(this);
    }

    /** The region's name. */
    public final String name() {
        return name;
    }

    /** Where this region's essential cells are declared. */
    protected final CellScope cells() {
        return scope;
    }

    /** Where cells that only properties read are declared. */
    protected final CellScope ghost() {
        return scope.ghost();
    }

    /** Where cells that are not fingerprinted are declared. */
    protected final CellScope clock() {
        return scope.clock();
    }

    @Override
    public String toString() {
        return name;
    }
}
