package org.exitrace.engine.state;

/** Where cells are declared: a name prefix and a class, inside a layout that is still open. */
public final class CellScope {

    private final LayoutBuilder layout;
    private final String region;
    private final String prefix;
    private final CellClass cellClass;

    CellScope(LayoutBuilder layout, String region, String prefix, CellClass cellClass) {
        this.layout = layout;
        this.region = region;
        this.prefix = prefix;
        this.cellClass = cellClass;
    }

    /** A scope inside this one: {@code vcpu[2]} and {@code lapic} give {@code vcpu[2].lapic}. */
    public CellScope in(String part) {
        return new CellScope(layout, region, qualify(part), cellClass);
    }

    /** The same place for cells that only properties read. */
    public CellScope ghost() {
        return new CellScope(layout, region, prefix, CellClass.GHOST);
    }

    /** The same place for cells that are not fingerprinted. */
    public CellScope clock() {
        return new CellScope(layout, region, prefix, CellClass.CLOCK);
    }

    /** Declares one bit. */
    public FlagCell flag(String name) {
        return new FlagCell(this, name);
    }

    /** Declares a number from 0 to {@code most}. */
    public CountCell count(String name, int most) {
        return new CountCell(this, name, 0, most);
    }

    /** Declares a number from {@code least} to {@code most}. */
    public CountCell count(String name, int least, int most) {
        return new CountCell(this, name, least, most);
    }

    /** Declares one constant of {@code type}. */
    public <E extends Enum<E>> EnumCell<E> choice(String name, Class<E> type) {
        return new EnumCell<>(this, name, type);
    }

    /** Declares a set out of 0 to {@code width - 1}. */
    public BitsCell bits(String name, int width) {
        return new BitsCell(this, name, width);
    }

    /** Declares a pointer to one of {@code size} things, or none. */
    public IndexCell index(String name, int size) {
        return new IndexCell(this, name, size);
    }

    /** Declares 64 bits. */
    public WordCell word(String name) {
        return new WordCell(this, name);
    }

    String prefix() {
        return prefix;
    }

    Frame frame() {
        return layout.frame();
    }

    String qualify(String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    CellClass cellClass() {
        return cellClass;
    }

    void opens(Region opened) {
        layout.opens(opened);
    }

    void declare(Cell cell) {
        layout.declare(region, cell);
    }
}
