package org.exitrace.engine.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Cell;

/** The state that a schedule's checkpoints tell of, walked along with a replay. */
final class RecordedState {

    private final Model model;
    private final List<Checkpoint> checkpoints;
    private final Map<String, String> values = new LinkedHashMap<>();
    private int next;

    RecordedState(Model model, List<Checkpoint> checkpoints) {
        this.model = model;
        this.checkpoints = checkpoints;
    }

    /** Whether no checkpoint behind step {@code step} denies the state that is loaded. */
    boolean agreesBehind(int step) {
        if (next == checkpoints.size() || checkpoints.get(next).step() != step) {
            return true;
        }
        Checkpoint checkpoint = checkpoints.get(next++);
        values.putAll(checkpoint.changed());
        return checkpoint.fingerprint() == model.fingerprint();
    }

    /** The first cell that is not as the checkpoint passed last has it. */
    Optional<Divergence.Difference> firstDifference() {
        return firstDifference(checkpoints.get(next - 1).step());
    }

    /** The first cell that is not as the next checkpoint has it; empty where there is none. */
    Optional<Divergence.Difference> nextDifference() {
        if (next == checkpoints.size()) {
            return Optional.empty();
        }
        Checkpoint checkpoint = checkpoints.get(next++);
        values.putAll(checkpoint.changed());
        return firstDifference(checkpoint.step());
    }

    private Optional<Divergence.Difference> firstDifference(int step) {
        long[] first = model.firstState();
        long[] now = model.frame().snapshot();
        Map<String, String> unknown = new LinkedHashMap<>(values);
        for (Cell cell : model.layout().cells()) {
            unknown.remove(cell.name());
            String recorded = values.getOrDefault(cell.name(), cell.renderIn(first));
            String replayed = cell.renderIn(now);
            if (!recorded.equals(replayed)) {
                return Optional.of(new Divergence.Difference(
                        step, cell.name(), recorded, replayed));
            }
        }
        return unknown.entrySet().stream().findFirst().map(entry -> new Divergence.Difference(
                step, entry.getKey(), entry.getValue(), "not a cell of this model"));
    }
}
