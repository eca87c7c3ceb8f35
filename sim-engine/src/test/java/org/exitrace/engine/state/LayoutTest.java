package org.exitrace.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private final LayoutBuilder open = new LayoutBuilder();

    @Test
    void eachRegionBeginsAtAWordOfItsOwn() {
        FlagCell one = open.region("a").flag("x");
        FlagCell other = open.region("b").flag("x");
        StateLayout layout = open.close();
        assertThat(one.word()).isZero();
        assertThat(other.word()).isEqualTo(1);
        assertThat(layout.hashedWords()).isEqualTo(2);
    }

    @Test
    void aCellIsPutIntoAStateBesideItsNeighbours() {
        CellScope scope = open.region("r");
        FlagCell flag = scope.flag("f");
        CountCell count = scope.count("c", 5);
        BitsCell bits = scope.bits("b", 3);
        StateLayout layout = open.close();
        long[] state = new long[layout.allWords()];
        flag.putInto(state, 1);
        bits.putInto(state, 0b101);
        count.putInto(state, 5);
        count.putInto(state, 2);
        assertThat(layout.cells()).extracting(cell -> cell.rawIn(state))
                .containsExactly(1L, 2L, 5L);
        assertThatThrownBy(() -> count.putInto(state, 8)).isInstanceOf(CellRangeException.class);
    }

    @Test
    void equalRegionsHaveEqualShape() {
        List<WordCell> words = new ArrayList<>();
        List<FlagCell> flags = new ArrayList<>();
        for (String name : List.of("vcpu[0]", "vcpu[1]")) {
            CellScope scope = open.region(name);
            flags.add(scope.flag("halted"));
            words.add(scope.word("rip"));
        }
        open.close();
        assertThat(words.get(1).word() - flags.get(1).word())
                .isEqualTo(words.get(0).word() - flags.get(0).word());
    }

    @Test
    void clockCellsStandBehindWhatIsHashed() {
        CellScope scope = open.region("r");
        FlagCell clock = scope.clock().flag("t");
        FlagCell ghost = scope.ghost().flag("g");
        FlagCell essential = scope.flag("e");
        StateLayout layout = open.close();
        assertThat(ghost.word()).isZero();
        assertThat(essential.word()).isZero();
        assertThat(clock.word()).isEqualTo(1);
        assertThat(layout.hashedWords()).isEqualTo(1);
        assertThat(layout.allWords()).isEqualTo(2);
        assertThat(layout.cells()).extracting(Cell::index).containsExactly(0, 1, 2);
        long before = Fingerprint.of(open.frame(), layout.hashedWords());
        clock.raise();
        assertThat(Fingerprint.of(open.frame(), layout.hashedWords())).isEqualTo(before);
        ghost.raise();
        assertThat(Fingerprint.of(open.frame(), layout.hashedWords())).isNotEqualTo(before);
    }

    @Test
    void whatIsDeclaredTwiceIsRefused() {
        CellScope scope = open.region("r");
        scope.flag("x");
        assertThatThrownBy(() -> scope.flag("x")).hasMessage("cell 'r.x' is declared twice");
        assertThatThrownBy(() -> open.region("r")).hasMessage("region 'r' is declared twice");
    }

    @Test
    void aClosedLayoutTakesNoMore() {
        CellScope scope = open.region("r");
        open.close();
        assertThatThrownBy(() -> scope.flag("late")).hasMessage("the layout is closed: r.late");
    }

    @Test
    void aCellIsFoundByName() {
        FlagCell flag = open.region("r").flag("x");
        StateLayout layout = open.close();
        assertThat(layout.find("r.x")).containsSame(flag);
        assertThat(layout.find("r.y")).isEmpty();
    }

    @Test
    void cellsAndRegionsAreFoundByType() {
        Lamp one = new Lamp(open.region("lamp[0]"));
        Lamp other = new Lamp(open.region("lamp[1]"));
        FlagCell flag = open.region("r").flag("x");
        StateLayout layout = open.close();
        assertThat(layout.cell("r.x", FlagCell.class)).isSameAs(flag);
        assertThat(layout.regions(Lamp.class)).containsExactly(one, other);
        assertThatThrownBy(() -> layout.region(Lamp.class)).hasMessage(
                "more than one region is a Lamp: [lamp[0], lamp[1]]; ask for all of them");
    }

    @Test
    void theOnlyRegionOfATypeIsFound() {
        Lamp lamp = new Lamp(open.region("lamp"));
        assertThat(open.close().region(Lamp.class)).isSameAs(lamp);
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatThereIs() {
        new Lamp(open.region("lamp"));
        StateLayout layout = open.close();
        assertThatThrownBy(() -> layout.cell("lamp.off", FlagCell.class))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("no cell is named 'lamp.off'; there are [lamp.on]");
        assertThatThrownBy(() -> layout.cell("lamp.on", CountCell.class))
                .hasMessage("cell 'lamp.on' is a FlagCell, not a CountCell");
        assertThatThrownBy(() -> layout.regions(Switchboard.class)).hasMessage(
                "no region is a Switchboard; there are [lamp, a Lamp]");
    }

    @Test
    void aDiffNamesWhatChangedInOrderOfDeclaration() {
        CellScope scope = open.region("r");
        FlagCell clock = scope.clock().flag("t");
        CountCell count = scope.count("n", 9);
        FlagCell flag = scope.flag("f");
        StateLayout layout = open.close();
        long[] before = open.frame().snapshot();
        count.become(7);
        clock.raise();
        long[] after = open.frame().snapshot();
        assertThat(layout.diff(before, after)).containsExactly(
                new CellChange("r.t", "0", "1"), new CellChange("r.n", "0", "7"));
        assertThat(layout.diff(before, after).get(1)).hasToString("r.n: 0 -> 7");
        assertThat(layout.diff(after, after)).isEmpty();
        assertThat(flag.renderIn(after)).isEqualTo("0");
    }

    @Property(tries = 200)
    void cellsNeverOverlapNorStraddleAWord(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 63) Integer> widths,
            @ForAll @IntRange(min = 1, max = 9) int regionEvery) {
        List<BitsCell> cells = new ArrayList<>();
        CellScope scope = null;
        LayoutBuilder builder = new LayoutBuilder();
        for (int i = 0; i < widths.size(); i++) {
            scope = i % regionEvery == 0 ? builder.region("r" + i) : scope;
            CellScope here = i % 5 == 4 ? scope.clock() : scope;
            cells.add(here.bits("b" + i, widths.get(i)));
        }
        StateLayout layout = builder.close();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).become(-1L >>> Long.SIZE - widths.get(i));
            for (int j = 0; j < cells.size(); j++) {
                long all = -1L >>> Long.SIZE - widths.get(j);
                assertThat(cells.get(j).get()).isEqualTo(j <= i ? all : 0);
            }
            assertThat(cells.get(i).word()).isLessThan(layout.allWords());
        }
        int bits = 0;
        for (long word : builder.frame().snapshot()) {
            bits += Long.bitCount(word);
        }
        assertThat(bits).isEqualTo(widths.stream().mapToInt(Integer::intValue).sum());
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll List<@IntRange(min = -7, max = 90) Integer> values) {
        LayoutBuilder builder = new LayoutBuilder();
        CellScope scope = builder.region("r");
        List<CountCell> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            cells.add(scope.count("c" + i, -7, 90));
        }
        StateLayout layout = builder.close();
        for (int i = 0; i < values.size(); i++) {
            cells.get(i).become(values.get(i));
        }
        long[] state = builder.frame().snapshot();
        for (int i = 0; i < values.size(); i++) {
            assertThat(cells.get(i).get()).isEqualTo(values.get(i));
            assertThat(layout.cells().get(i).renderIn(state)).isEqualTo("" + values.get(i));
        }
    }

    private static final class Lamp extends Region {
        final FlagCell on = cells().flag("on");

        Lamp(CellScope scope) {
            super(scope);
        }
    }

    private static final class Switchboard extends Region {
        Switchboard(CellScope scope) {
            super(scope);
        }
    }
}
