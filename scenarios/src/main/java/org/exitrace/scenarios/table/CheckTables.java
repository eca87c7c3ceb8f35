package org.exitrace.scenarios.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.kvm.conformance.ErrnoTables;
import org.exitrace.kvm.conformance.KernelResult;
import org.exitrace.kvm.conformance.KernelRow;
import org.exitrace.kvm.conformance.KernelTable;
import org.exitrace.kvm.conformance.KernelTables;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.exittable.ExitTables;
import org.exitrace.psp.conformance.ConformanceTable;
import org.exitrace.psp.conformance.ConformanceTables;
import org.exitrace.psp.conformance.RowResult;
import org.exitrace.psp.conformance.TableRow;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.ResourceFolder;
import org.exitrace.vtl.conformance.VtlResult;
import org.exitrace.vtl.conformance.VtlRow;
import org.exitrace.vtl.conformance.VtlTable;
import org.exitrace.vtl.conformance.VtlTables;
import org.exitrace.vtl.design.StatusDialect;

/** All tables of checks: of the SEV firmware, of KVM's ioctls, of VMGEXIT, and of VSM. */
public final class CheckTables {

    private static final String FIRMWARE = "conformance/psp/";
    private static final String KERNEL = "conformance/kvm/";
    private static final String EXITS = "conformance/ghcb/";
    private static final String HYPERCALLS = "conformance/vtl/";

    /** The names of all tables, in order. */
    public static final List<String> NAMES = Stream.of(
            ConformanceTables.NAMES.stream().map(FIRMWARE::concat),
            ErrnoTables.NAMES.stream().map(KERNEL::concat),
            ExitTables.NAMES.stream().map(EXITS::concat),
            VtlTables.NAMES.stream().map(HYPERCALLS::concat)).flatMap(names -> names).toList();

    private final ConformanceTables firmware;
    private final List<CheckTable> all = new ArrayList<>();
    private final Map<CheckRow, Function<RunObserver[], CheckResult>> runs =
            new LinkedHashMap<>();

    /** The tables that come with the program. */
    public CheckTables() {
        this(CheckTables::text);
    }

    /** The same with other files of the firmware, whose texts {@code texts} tells by name. */
    public CheckTables(UnaryOperator<String> texts) {
        firmware = new ConformanceTables(texts);
        KernelTables ioctls = new ErrnoTables(file -> text(ErrnoTables.class, file));
        KernelTables exits = new ExitTables(file -> text(ExitTables.class, file));
        firmware.all().forEach(table -> all.add(read(table)));
        ioctls.all().forEach(table -> all.add(read(KERNEL, ioctls, table)));
        exits.all().forEach(table -> all.add(read(EXITS, exits, table)));
        VtlTables hypercalls = new VtlTables(file -> text(VtlTables.class, file));
        hypercalls.all().forEach(table -> all.add(read(hypercalls, table)));
    }

    /** The text of a file of the firmware's tables that come with the program. */
    public static String text(String file) {
        return text(ConformanceTables.class, file);
    }

    private static String text(Class<?> beside, String file) {
        Folder folder =
                new ResourceFolder(beside, beside.getPackageName().replace('.', '/'));
        return FileText.read(folder, file, Limits.HANDWRITTEN.bytes()).text();
    }

    private CheckTable read(ConformanceTable table) {
        List<CheckRow> read = new ArrayList<>();
        for (TableRow row : table.rows()) {
            CheckRow shown = new CheckRow(row.id(), List.of(), row.machine(),
                    String.join("; ", firmware.given(row)), row.command(), row.gives(),
                    row.source(), row.place());
            runs.put(shown, observers -> {
                RowResult result = firmware.run(row, observers);
                return new CheckResult(shown, result.gave(), result.wrong());
            });
            read.add(shown);
        }
        return new CheckTable(FIRMWARE + table.name(), table.title(), read);
    }

    private CheckTable read(String folder, KernelTables kernel, KernelTable table) {
        List<CheckRow> read = new ArrayList<>();
        for (KernelRow row : table.rows()) {
            CheckRow shown = new CheckRow(row.id(),
                    row.kernels().stream().map(KernelProfile::label).toList(), row.machine(),
                    String.join("; ", kernel.given(row)), row.asks(), row.gives(),
                    row.source(), row.place());
            runs.put(shown, observers -> {
                KernelResult result = kernel.run(row, observers);
                return new CheckResult(shown, result.gave(), result.wrong());
            });
            read.add(shown);
        }
        return new CheckTable(folder + table.name(), table.title(), read);
    }

    /** Rows run on no machine: what they tell apart is whose statuses they claim. */
    private CheckTable read(VtlTables hypercalls, VtlTable table) {
        List<CheckRow> read = new ArrayList<>();
        for (VtlRow row : table.rows()) {
            CheckRow shown = new CheckRow(row.id(), List.of(), StatusDialect.SWITCH.name() + "="
                    + row.dialects().stream().map(StatusDialect::label)
                            .collect(Collectors.joining(",")),
                    String.join("; ", hypercalls.given(row)), row.asks(), row.gives(),
                    row.source(), row.place());
            runs.put(shown, observers -> {
                VtlResult result = hypercalls.run(row);
                return new CheckResult(shown, result.gave(), result.wrong());
            });
            read.add(shown);
        }
        return new CheckTable(HYPERCALLS + table.name(), table.title(), read);
    }

    /** All tables, in order. */
    public List<CheckTable> all() {
        return List.copyOf(all);
    }

    /** The tables that {@code path} names, or that lie in the folder of that name. */
    public List<CheckTable> in(String path) {
        String folder = path.replaceFirst("/+$", "");
        return all.stream().filter(table -> table.isIn(folder)).toList();
    }

    /** The table of that name. */
    public Optional<CheckTable> find(String name) {
        return all.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** What becomes of {@code row}, which is of one of these tables; observers see the run. */
    public CheckResult run(CheckRow row, RunObserver... observers) {
        return runs.get(row).apply(observers);
    }
}
