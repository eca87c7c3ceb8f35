package org.exitrace.vtl.protocol.section;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/** Who is inside a read section; whoever removes something waits until they have left. */
public final class ReadSection extends Region {

    private final int count;
    private final BitsCell readers;
    private final List<GracePeriod> periods = new ArrayList<>();

    /** An empty section for {@code count} readers. */
    public ReadSection(CellScope scope, int count) {
        super(scope);
        this.count = count;
        readers = cells().bits("readers", count);
    }

    /** Of one who may wait for its readers. */
    public GracePeriod period(CellScope scope) {
        GracePeriod period = new GracePeriod(scope, this, count);
        periods.add(period);
        return period;
    }

    /** The reader of that index is inside. */
    public void enter(int reader) {
        readers.add(reader);
    }

    /** It is outside; nobody waits for it any more. */
    public void leave(int reader) {
        readers.remove(reader);
        periods.forEach(period -> period.forget(reader));
    }

    long inside() {
        return readers.get();
    }
}
