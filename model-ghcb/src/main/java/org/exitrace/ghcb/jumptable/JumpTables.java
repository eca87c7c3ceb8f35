package org.exitrace.ghcb.jumptable;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** The pages that can be taken for the jump table, and what the operating system knows of it. */
public final class JumpTables extends Region {

    /** The page that the operating system takes for the table; none before it knows. */
    public final IndexCell known = cells().index("known", TablePage.values().length);
    /** The table that is used is not private. */
    public final FlagCell usedShared = ghost().flag("used_shared");
    /** The operating system wrote the table over its own data. */
    public final FlagCell overwritten = ghost().flag("overwritten");
    /** An AP has begun where the operating system did not say. */
    public final FlagCell beganElsewhere = ghost().flag("began_elsewhere");
    /** An AP has begun where the host said. */
    public final FlagCell beganAtHosts = ghost().flag("began_at_hosts");

    private final List<EnumCell<TableEntry>> entries = new ArrayList<>();

    /** Declares the cells in {@code scope}. */
    public JumpTables(CellScope scope) {
        super(scope);
        for (TablePage page : TablePage.values()) {
            entries.add(cells().choice(page.name(), TableEntry.class));
        }
    }

    /** The first words of {@code page}. */
    public EnumCell<TableEntry> entry(TablePage page) {
        return entries.get(page.ordinal());
    }

    /** The operating system writes IP and CS into the page that it takes for the table. */
    public void fill() {
        TablePage page = TablePage.values()[known.get()];
        entry(page).become(TableEntry.TRAMPOLINE);
        if (page == TablePage.SHARED) {
            usedShared.raise();
        } else if (page == TablePage.OTHER_PRIVATE) {
            overwritten.raise();
        }
    }

    /** An AP begins where {@code page} says; whether that is the trampoline. */
    public boolean begin(TablePage page) {
        boolean right = entry(page).is(TableEntry.TRAMPOLINE);
        if (!right) {
            beganElsewhere.raise();
        }
        if (entry(page).is(TableEntry.HOSTS)) {
            beganAtHosts.raise();
        }
        return right;
    }
}
