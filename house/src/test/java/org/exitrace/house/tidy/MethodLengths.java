package org.exitrace.house.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.exitrace.house.tidy.Measure.Reading;

/** The lines of each method, from its first annotation to its closing brace. */
final class MethodLengths extends TreeScanner<Void, Void> {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Reading> methods = new ArrayList<>();

    private MethodLengths(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    static List<Reading> of(String name, String text) {
        JavacTask task = (JavacTask) COMPILER.getTask(
                null, null, problem -> {}, List.of("-proc:none"), null,
                List.of(new InMemory(name, text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            MethodLengths scan = new MethodLengths(unit, Trees.instance(task).getSourcePositions());
            scan.scan(unit, null);
            return scan.methods;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot parse " + name, e);
        }
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
        methods.add(new Reading((int) (last - first + 1), first));
        return super.visitMethod(method, nothing);
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(String name, String text) {
            super(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
